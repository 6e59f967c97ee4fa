import { useQueries } from '@tanstack/react-query';
import { lessonQuery } from '../lessons/lesson-queries.ts';

/** What lessons are called, by their ids; as long as one is not known, nothing of it. */
export const useLessonTitles = (lessonIds: readonly string[]): ReadonlyMap<string, string> =>
  useQueries({
    queries: lessonIds.map((lessonId) => lessonQuery(lessonId)),
    combine: (found) =>
      new Map(found.flatMap(({ data }) => (data ? [[data.row.lessonId, data.row.title] as const] : []))),
  });
