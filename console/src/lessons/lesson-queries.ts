import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';

export const lessonQuery = (lessonId: string) =>
  queryOptions({
    queryKey: ['lessons', 'one', lessonId],
    queryFn: ({ signal }) => call(contentRoutes.getLessonDetail, { params: { lessonId } }, signal),
  });
