import { Text, View } from '@tarojs/components';
import Taro, { useRouter, useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { useEffect } from 'react';
import type { LessonOrArticle } from '@siyu/shared/contracts/content';
import { CheckCode } from '../../components/check-code';
import { Screen } from '../../components/screen';
import { Blank, Failure, Skeleton } from '../../components/states';
import { giveShareTickets } from '../../phone/share-tickets';
import { isSinglePage } from '../../phone/single-page';
import { openShareKey, withShareKey } from '../../queues/share-key';
import { recordEvent } from '../../queues/queues';
import { openExchange } from '../../reading/open-exchange';
import { numberInWords } from '../../reading/place-in-words';
import { say } from '../../words/say';
import { ArticleEnd } from './article-end';
import { AfterReading } from './after-reading';
import { Finish } from './finish';
import { FromMoments } from './from-moments';
import { Listen } from './listen';
import { TextSize } from './text-size';
import { useLesson } from './use-lesson';
import { useReading } from './use-reading';
import { LessonHead, LessonText } from './words';
import './index.scss';

export default function ReadPage() {
  const { params } = useRouter();
  const lessonId = params['lessonId'] ?? '';
  return isSinglePage() ? <FromMoments lessonId={lessonId} /> : <InApp lessonId={lessonId} />;
}

function InApp({ lessonId }: { readonly lessonId: string }) {
  const { data: lesson, problem, problemCode, reload } = useLesson(lessonId);

  useEffect(() => {
    giveShareTickets();
    void openShareKey();
  }, []);
  const noteShare = (): void => {
    if (lessonId !== '') recordEvent({ type: 'content_shared', contentId: lessonId });
  };
  const title = lesson?.title ?? say('app.name');
  useShareAppMessage(() => {
    noteShare();
    return { title, path: withShareKey(`/lesson/read/index?lessonId=${lessonId}`) };
  });
  useShareTimeline(() => {
    noteShare();
    return { title, query: withShareKey(`lessonId=${lessonId}`) };
  });
  useEffect(() => {
    if (lesson !== null) void Taro.setNavigationBarTitle({ title: barTitle(lesson) });
  }, [lesson]);

  return (
    <Screen name="lesson" {...(lesson === null ? {} : { title: barTitle(lesson) })}>
      {lesson !== null ? (
        <Article lesson={lesson} problem={problem} />
      ) : problem !== null && problemCode === 'content.lesson_kept' ? (
        <Blank
          title={say('lesson.kept')}
          hint={problem}
          action={{ id: 'lesson-to-exchange', text: say('exchange.open'), onTap: openExchange }}
        />
      ) : problem !== null ? (
        <Failure sentence={problem} onRetry={() => void reload()} />
      ) : (
        <Skeleton cards={2} />
      )}
    </Screen>
  );
}

const barTitle = (lesson: LessonOrArticle): string =>
  lesson.kind === 'article' ? say('article.title') : numberInWords(lesson.position);

function Article({ lesson, problem }: { readonly lesson: LessonOrArticle; readonly problem: string | null }) {
  const reading = useReading(lesson);
  return (
    <>
      <View className="lesson__bar">
        <View id="reading-progress" className="lesson__read" style={`width: ${reading.percent}%`} />
      </View>
      {problem === null ? null : <Text className="sub">{say('lesson.saved_copy')}</Text>}
      <LessonHead lesson={lesson} />
      <TextSize />
      <Listen lesson={lesson} />
      <LessonText lesson={lesson} />
      {reading.hasSeenLastParagraph ? <CheckCode kind="lesson" cardKey={lesson.lessonId} /> : null}
      {lesson.kind !== 'article' ? (
        <Finish lesson={lesson} reading={reading} />
      ) : reading.hasSeenLastParagraph ? (
        <ArticleEnd />
      ) : null}
      {/* What is said under a lesson is for all its readers; of advice nothing is. */}
      {reading.hasSeenLastParagraph && lesson.label !== 'advice' ? (
        <AfterReading lessonId={lesson.lessonId} />
      ) : null}
    </>
  );
}
