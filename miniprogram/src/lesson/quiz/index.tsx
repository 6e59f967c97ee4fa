import { useRouter } from '@tarojs/taro';
import type { Lesson, LessonOrArticle } from '@siyu/shared/contracts/content';
import { Screen } from '../../components/screen';
import { Blank, Failure, Skeleton } from '../../components/states';
import { replaceWithLesson } from '../../reading/open-lesson';
import { say } from '../../words/say';
import { useLesson } from '../read/use-lesson';
import { Question } from './question';
import { Result } from './result';
import { useQuiz } from './use-quiz';
import './index.scss';

export default function QuizPage() {
  const { params } = useRouter();
  const { data: lesson, problem, reload } = useLesson(params['lessonId'] ?? '');
  return (
    <Screen name="quiz">
      {lesson !== null ? (
        <Quiz lesson={lesson} />
      ) : problem !== null ? (
        <Failure sentence={problem} onRetry={() => void reload()} />
      ) : (
        <Skeleton cards={2} />
      )}
    </Screen>
  );
}

function Quiz({ lesson }: { readonly lesson: LessonOrArticle }) {
  return lesson.kind === 'article' ? <NoQuiz lesson={lesson} /> : <QuizOf lesson={lesson} />;
}

function NoQuiz({ lesson }: { readonly lesson: LessonOrArticle }) {
  return <Blank title={say('quiz.none')} hint={lesson.title} action={reread(lesson)} />;
}

/** Back to the text. */
const reread = ({ lessonId }: LessonOrArticle) => ({
  id: 'reread',
  text: say('quiz.reread'),
  onTap: () => {
    replaceWithLesson(lessonId);
  },
});

function QuizOf({ lesson }: { readonly lesson: Lesson }) {
  const quiz = useQuiz(lesson);
  if (lesson.quiz.length === 0) return <NoQuiz lesson={lesson} />;
  if (quiz.state === 'waiting')
    return <Blank title={say('quiz.waiting')} hint={say('quiz.waiting.hint')} action={reread(lesson)} />;
  if (quiz.state === 'done' && quiz.result !== null)
    return <Result lesson={lesson} result={quiz.result} onAgain={quiz.again} />;
  return <Question lesson={lesson} quiz={quiz} />;
}
