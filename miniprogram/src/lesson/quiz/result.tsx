import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { Lesson, LessonCard, QuizResult } from '@siyu/shared/contracts/content';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { call } from '../../api/call';
import { Button } from '../../components/button';
import { basisInWords } from '../../reading/basis-in-words';
import { goToSchool, replaceWithLesson } from '../../reading/open-lesson';
import { monthInWords } from '../../words/dates';
import { say } from '../../words/say';

interface ResultProps {
  readonly lesson: Lesson;
  readonly result: QuizResult;
  readonly onAgain: () => void;
}

/** How it went, what is to be said of each answer given and of the right one, and one next step. */
export function Result({ lesson, result, onAgain }: ResultProps) {
  const next = useNextLesson(lesson);
  const basis = basisInWords(lesson);
  return (
    <>
      <Text id="quiz-result" className="heading">
        {say('quiz.result', { correct: result.correct, total: result.total })}
      </Text>
      <Text className="sub">
        {say(result.correct === result.total ? 'quiz.result.all' : 'quiz.result.some')}
      </Text>
      {lesson.quiz.map((question) => {
        const answer = result.answers.find(({ questionId }) => questionId === question.questionId);
        if (answer === undefined) return null;
        return (
          <View key={question.questionId} className="card">
            <Text className="card-title">{question.question}</Text>
            {answer.isCorrect || answer.chosen === null ? null : (
              <Judged
                option={question.options[answer.chosen] ?? ''}
                kind="wrong"
                explanation={answer.chosenExplanation}
              />
            )}
            <Judged
              option={question.options[answer.right] ?? ''}
              kind={answer.isCorrect ? 'right' : 'solution'}
              explanation={answer.explanation}
            />
          </View>
        );
      })}
      <Text className="meta quiz__source">
        {say('lesson.source', { source: lesson.source })} ·{' '}
        {say('lesson.reviewed', { date: monthInWords(lesson.reviewedOn) })}
        {basis === null ? '' : ` · ${basis}`}
      </Text>
      <View className="quiz__next">
        {next === null ? (
          <Button id="quiz-to-school" text={say('quiz.to_school')} onTap={goToSchool} />
        ) : (
          <Button
            id="quiz-next-lesson"
            text={say('quiz.next_lesson', { title: next.title })}
            onTap={() => {
              replaceWithLesson(next.lessonId);
            }}
          />
        )}
        <Button id="quiz-again" kind="quiet" text={say('quiz.again')} onTap={onAgain} />
      </View>
      <Text className="quiz__risk">{lesson.riskNote}</Text>
    </>
  );
}

const JUDGED_WORDS = {
  right: 'quiz.yours.right',
  wrong: 'quiz.yours.wrong',
  solution: 'quiz.right',
} as const;

interface JudgedProps {
  readonly option: string;
  readonly kind: keyof typeof JUDGED_WORDS;
  /** Results from before each option had one of its own know only the right one's. */
  readonly explanation: string | null | undefined;
}

/** An option with its verdict, and below it what is to be said of it. */
function Judged({ option, kind, explanation }: JudgedProps) {
  return (
    <>
      <View className={`judged judged--${kind}`}>
        <Text className="judged__option">{option}</Text>
        <Text className="judged__word">{say(JUDGED_WORDS[kind])}</Text>
      </View>
      {explanation ? (
        <View className="why">
          <Text className="why__title">{say(kind === 'wrong' ? 'quiz.why.wrong' : 'quiz.why')}</Text>
          <Text className="why__text">{explanation}</Text>
        </View>
      ) : null}
    </>
  );
}

/** The next lesson of the same path that is not finished yet; without an answer the school is the next step. */
function useNextLesson(lesson: Lesson): LessonCard | null {
  const [next, setNext] = useState<LessonCard | null>(null);
  useEffect(() => {
    // One that stands in no path leads to no other.
    if (lesson.pathCode === '') return;
    call(contentRoutes.listLessons, { query: { limit: 50, pathCode: lesson.pathCode } })
      .then(({ lessons }) => {
        const open = lessons
          .filter((each) => each.lessonId !== lesson.lessonId && !each.isCompleted)
          .sort((a, b) => a.position - b.position);
        setNext(open.find(({ position }) => position > lesson.position) ?? open[0] ?? null);
      })
      .catch(() => {
        setNext(null);
      });
  }, [lesson]);
  return next;
}
