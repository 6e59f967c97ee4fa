import { Text, View } from '@tarojs/components';
import type { LessonCard } from '@siyu/shared/contracts/content';
import { Ring } from '../../components/ring';
import { Tap } from '../../components/tap';
import { openLesson } from '../../reading/open-lesson';
import { numberInWords } from '../../reading/place-in-words';
import { say } from '../../words/say';

export function ContinueCard({ lesson }: { readonly lesson: LessonCard }) {
  return (
    <Tap
      id="continue-lesson"
      className="card continue"
      onTap={() => {
        openLesson(lesson.lessonId);
      }}
    >
      <Ring percent={lesson.readPercent} />
      <View className="continue__words">
        <Text className="card-title">
          {numberInWords(lesson.position)} · {lesson.title}
        </Text>
        <Text className="meta">
          {say('lesson.meta', { minutes: lesson.minutes })} ·{' '}
          {say('lesson.read_to', { percent: lesson.readPercent })}
        </Text>
      </View>
      <Text className="continue__go">{say('home.resume')}</Text>
    </Tap>
  );
}
