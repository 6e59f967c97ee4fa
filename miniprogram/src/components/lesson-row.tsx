import { Text, View } from '@tarojs/components';
import type { LessonCard } from '@siyu/shared/contracts/content';
import { labelInWords, signatureInWords } from '../reading/label-in-words';
import { openLesson } from '../reading/open-lesson';
import { say } from '../words/say';
import { Tap } from './tap';

/** A lesson in its path: done, begun or still to come, told by a sign and by words. */
export function LessonRow({ lesson }: { readonly lesson: LessonCard }) {
  const state = lesson.isCompleted ? 'done' : lesson.readPercent > 0 ? 'begun' : 'new';
  const note = lesson.isCompleted
    ? say('lesson.completed')
    : lesson.readPercent > 0
      ? say('lesson.read_to', { percent: lesson.readPercent })
      : say('lesson.meta', { minutes: lesson.minutes });
  const signature = signatureInWords(lesson);
  return (
    <Tap
      id={`lesson-${lesson.lessonId}`}
      className="lesson-row"
      onTap={() => {
        openLesson(lesson.lessonId);
      }}
    >
      <View className={`lesson-row__mark lesson-row__mark--${state}`}>
        {state === 'done' ? <View className="lesson-row__tick" /> : lesson.position || '·'}
      </View>
      <View className="lesson-row__words">
        <Text className="lesson-row__title">{lesson.title}</Text>
        <Text className="meta">{signature === null ? note : `${labelInWords(lesson)} · ${note}`}</Text>
        {signature === null ? null : <Text className="meta">{signature}</Text>}
      </View>
    </Tap>
  );
}
