import type { ExportRow } from '@siyu/shared/contracts/exports';
import type { ExportState } from '@siyu/shared/contracts/exports.limits';
import { exportsRoutes } from '@siyu/shared/contracts/exports.routes';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { pollEvery } from './export-progress.ts';

/** The list; it asks again by itself while one of its rows can still change. */
export const exportListQuery = (state: ExportState | null) =>
  infiniteQueryOptions({
    queryKey: ['exports', 'list', state],
    queryFn: ({ pageParam, signal }) =>
      call(
        exportsRoutes.listExports,
        { query: { ...(state !== null && { state }), ...(pageParam !== '' && { cursor: pageParam }) } },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: ({ state: { data } }) => pollEvery(data?.pages.flatMap(({ rows }) => rows) ?? []),
    refetchIntervalInBackground: false,
  });

export const exportQuery = (exportId: string) =>
  queryOptions({
    queryKey: ['exports', 'one', exportId],
    queryFn: ({ signal }): Promise<ExportRow> =>
      call(exportsRoutes.getExport, { params: { exportId } }, signal),
    refetchInterval: ({ state: { data } }) => pollEvery(data === undefined ? [] : [data]),
    refetchIntervalInBackground: false,
  });
