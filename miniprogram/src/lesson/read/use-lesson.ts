import type { LessonOrArticle } from '@siyu/shared/contracts/content';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { call } from '../../api/call';
import { useStore } from '../../phone/store';
import { type Loaded, useLoaded } from '../../reading/use-loaded';
import { session } from '../../session/session';

/** A lesson or an article by its id; what a phone has kept from before there were articles is a lesson. */
export function useLesson(lessonId: string): Loaded<LessonOrArticle> {
  const { phase } = useStore(session);
  return useLoaded<LessonOrArticle>(
    `lesson.${lessonId}`,
    () => call(contentRoutes.getLesson, { params: { lessonId } }),
    phase === 'entered' && lessonId !== '',
  );
}
