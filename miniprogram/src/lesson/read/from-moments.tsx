import { Text, View } from '@tarojs/components';
import type { SharedLesson } from '@siyu/shared/contracts/content';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { call } from '../../api/call';
import { Paper } from '../../components/screen';
import { Failure, Skeleton } from '../../components/states';
import { useLoaded } from '../../reading/use-loaded';
import { say } from '../../words/say';
import { TextSize } from './text-size';
import { LessonHead, LessonText } from './words';

/** A lesson in WeChat's single page: read by nobody in particular, so only its words are here. */
export function FromMoments({ lessonId }: { readonly lessonId: string }) {
  const { data, problem, reload } = useLoaded<SharedLesson>(
    `shared.${lessonId}`,
    () => call(contentRoutes.getSharedLesson, { params: { lessonId } }),
    lessonId !== '',
  );
  return (
    <Paper name="lesson">
      {data !== null ? (
        <>
          <View id="single-page" className="lesson__single-page">
            <Text>{say('lesson.single_page')}</Text>
          </View>
          <LessonHead lesson={data} />
          <TextSize />
          <LessonText lesson={data} />
        </>
      ) : problem !== null ? (
        <Failure sentence={problem} onRetry={() => void reload()} />
      ) : (
        <Skeleton cards={2} />
      )}
    </Paper>
  );
}
