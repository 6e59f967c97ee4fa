import { importsRoutes } from '@siyu/shared/contracts/imports.routes';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { pollEvery } from './import-progress.ts';
import type { ImportView } from './import-view.ts';

/** The list; it asks again by itself while one of its rows waits or runs, and rests while nobody sees the page. */
export const importListQuery = ({ kind, state }: Pick<ImportView, 'kind' | 'state'>) =>
  infiniteQueryOptions({
    queryKey: ['imports', 'list', kind, state],
    queryFn: ({ pageParam, signal }) =>
      call(
        importsRoutes.listImports,
        {
          query: {
            ...(kind !== null && { kind }),
            ...(state !== null && { state }),
            ...(pageParam !== '' && { cursor: pageParam }),
          },
        },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: ({ state: { data } }) => pollEvery(data?.pages.flatMap(({ rows }) => rows) ?? []),
    refetchIntervalInBackground: false,
  });

/** One import; asked again like the list. */
export const importQuery = (importId: string) =>
  queryOptions({
    queryKey: ['imports', 'one', importId],
    queryFn: ({ signal }) => call(importsRoutes.getImport, { params: { importId } }, signal),
    refetchInterval: ({ state: { data } }) => pollEvery(data === undefined ? [] : [data]),
    refetchIntervalInBackground: false,
  });
