import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { queryClient } from '../api/query-client.ts';
import { lessonQuery } from '../lessons/lesson-queries.ts';

const NONE: ReadonlyMap<string, string> = new Map();

/** What lessons are called, by their ids; of one that cannot be read there is nothing. */
export function useLessonTitles(lessonIds: readonly string[]): ReadonlyMap<string, string> {
  const { data = NONE } = useQuery({
    queryKey: ['lessons', 'titles', lessonIds],
    queryFn: async () => {
      const found = await Promise.allSettled(
        lessonIds.map((lessonId) => queryClient.fetchQuery(lessonQuery(lessonId))),
      );
      return new Map(
        found.flatMap((each) =>
          each.status === 'fulfilled' ? [[each.value.row.lessonId, each.value.row.title] as const] : [],
        ),
      );
    },
    enabled: lessonIds.length > 0,
    placeholderData: keepPreviousData,
  });
  return data;
}
