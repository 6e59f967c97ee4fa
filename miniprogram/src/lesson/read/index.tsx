import { Text, View } from '@tarojs/components';
import Taro, { useRouter, useShareAppMessage } from '@tarojs/taro';
import { useEffect } from 'react';
import type { Lesson } from '@siyu/shared/contracts/content';
import { CheckCode } from '../../components/check-code';
import { Screen } from '../../components/screen';
import { Failure, Skeleton } from '../../components/states';
import { preferences } from '../../phone/preferences';
import { useStore } from '../../phone/store';
import { openShareKey, sharedPath } from '../../queues/share-key';
import { recordEvent } from '../../queues/queues';
import { dayInWords, monthInWords } from '../../words/dates';
import { say } from '../../words/say';
import { Finish } from './finish';
import { Listen } from './listen';
import { TextSize } from './text-size';
import { useLesson } from './use-lesson';
import { useReading } from './use-reading';
import './index.scss';

export default function ReadPage() {
  const { params } = useRouter();
  const lessonId = params['lessonId'] ?? '';
  const { data: lesson, problem, reload } = useLesson(lessonId);

  useEffect(() => void openShareKey(), []);
  useShareAppMessage(() => {
    if (lessonId !== '') recordEvent({ type: 'content_shared', contentId: lessonId });
    return { title: lesson?.title ?? say('app.name'), path: sharedPath(lessonId) };
  });
  useEffect(() => {
    if (lesson !== null)
      void Taro.setNavigationBarTitle({ title: say('lesson.position', { position: lesson.position }) });
  }, [lesson]);

  return (
    <Screen
      name="lesson"
      {...(lesson === null ? {} : { title: say('lesson.position', { position: lesson.position }) })}
    >
      {lesson !== null ? (
        <Article lesson={lesson} problem={problem} />
      ) : problem !== null ? (
        <Failure sentence={problem} onRetry={() => void reload()} />
      ) : (
        <Skeleton cards={2} />
      )}
    </Screen>
  );
}

function Article({ lesson, problem }: { readonly lesson: Lesson; readonly problem: string | null }) {
  const reading = useReading(lesson);
  const { readingSize } = useStore(preferences);
  return (
    <>
      <View className="lesson__bar">
        <View id="reading-progress" className="lesson__read" style={`width: ${reading.percent}%`} />
      </View>
      {problem === null ? null : <Text className="sub">{say('lesson.saved_copy')}</Text>}
      <Text id="lesson-title" className="heading lesson__title">
        {lesson.title}
      </Text>
      <Text className="meta lesson__meta">
        {lesson.pathTitle} · {say('lesson.meta', { minutes: lesson.minutes })} ·{' '}
        {say('lesson.published', { date: dayInWords(lesson.publishedOn) })}
      </Text>
      <Text className="meta lesson__meta">
        {lesson.author.registrationNo === null
          ? say('lesson.author', { name: lesson.author.name })
          : say('lesson.author.registered', {
              name: lesson.author.name,
              registrationNo: lesson.author.registrationNo,
            })}
      </Text>
      <TextSize />
      <Listen lesson={lesson} />
      <View id="lesson-text" className={`lesson__text lesson__text--${readingSize}`}>
        {lesson.paragraphs.map(({ kind, text }, index) => (
          <View
            key={index}
            {...(index === lesson.paragraphs.length - 1 ? { id: 'last-paragraph' } : {})}
            className={`paragraph paragraph--${kind}`}
          >
            <Text>{text}</Text>
          </View>
        ))}
      </View>
      <View className="lesson__risk">
        <Text className="lesson__risk-title">{say('lesson.risk')}</Text>
        <Text className="lesson__risk-text">{lesson.riskNote}</Text>
      </View>
      <Text className="meta lesson__source">
        {say('lesson.source', { source: lesson.source })} ·{' '}
        {say('lesson.reviewed', { date: monthInWords(lesson.reviewedOn) })}
      </Text>
      {reading.hasSeenLastParagraph ? <CheckCode kind="lesson" cardKey={lesson.lessonId} /> : null}
      <Finish lesson={lesson} reading={reading} />
    </>
  );
}
