import type { Lesson } from '@siyu/shared/contracts/content';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { call } from '../../api/call';
import { useStore } from '../../phone/store';
import { type Loaded, useLoaded } from '../../reading/use-loaded';
import { session } from '../../session/session';

export function useLesson(lessonId: string): Loaded<Lesson> {
  const { phase } = useStore(session);
  return useLoaded<Lesson>(
    `lesson.${lessonId}`,
    () => call(contentRoutes.getLesson, { params: { lessonId } }),
    phase === 'entered' && lessonId !== '',
  );
}
