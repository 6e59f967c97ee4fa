import type { PathLessonQuery } from '@siyu/shared/contracts/paths';
import { pathsRoutes } from '@siyu/shared/contracts/paths.routes';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';

export const pathQuery = (pathId: string) =>
  queryOptions({
    queryKey: ['paths', 'one', pathId],
    queryFn: ({ signal }) => call(pathsRoutes.getPath, { params: { pathId } }, signal),
  });

/** The paths that a lesson can choose from, in their order. */
export const pathChoicesQuery = queryOptions({
  queryKey: ['paths', 'choices'],
  queryFn: ({ signal }) => call(pathsRoutes.listPaths, { query: { limit: 100 } }, signal),
});

/** Published lessons by their titles. */
export const pathLessonsQuery = (search: string) =>
  infiniteQueryOptions({
    queryKey: ['paths', 'lessons', search],
    queryFn: ({ pageParam, signal }) => {
      const query: PathLessonQuery = { search, ...(pageParam !== '' && { cursor: pageParam }) };
      return call(pathsRoutes.listPathLessons, { query }, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

export const refreshPaths = () =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: ['paths'] }),
    queryClient.invalidateQueries({ queryKey: ['reviews'] }),
  ]);
