import { analyticsRoutes } from '@siyu/shared/contracts/analytics.routes';
import { archiveRoutes } from '@siyu/shared/contracts/archive.routes';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';
import type { ArchiveView } from './archive-view.ts';

const KEY = 'archive';
const LIST_MS = 30_000;

export const coverageQuery = queryOptions({
  queryKey: [KEY, 'coverage'],
  queryFn: ({ signal }) => call(analyticsRoutes.getArchiveCoverage, {}, signal),
  refetchInterval: LIST_MS,
  refetchIntervalInBackground: false,
});

export const findingListQuery = ({ state, level, fault, staffId, day }: Omit<ArchiveView, 'open'>) =>
  infiniteQueryOptions({
    queryKey: [KEY, 'findings', state, level, fault, staffId, day],
    queryFn: ({ pageParam, signal }) =>
      call(
        archiveRoutes.listFindings,
        {
          query: {
            state,
            ...(level !== null && { level }),
            ...(fault !== null && { fault }),
            ...(staffId !== null && { staffId }),
            ...(day !== null && { day }),
            ...(pageParam !== '' && { cursor: pageParam }),
          },
        },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: LIST_MS,
    refetchIntervalInBackground: false,
  });

/** Not asked for again by itself: every look is on record. */
export const findingQuery = (findingId: string) =>
  queryOptions({
    queryKey: [KEY, 'finding', findingId],
    queryFn: ({ signal }) => call(archiveRoutes.getFinding, { params: { findingId } }, signal),
    refetchOnWindowFocus: false,
  });

export const refreshFindings = () => queryClient.invalidateQueries({ queryKey: [KEY] });
