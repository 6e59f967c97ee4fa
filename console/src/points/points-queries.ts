import { pointsRoutes } from '@siyu/shared/contracts/points.routes';
import { workspaceRoutes } from '@siyu/shared/contracts/workspace.routes';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';

const FOUND_MAX = 5;

export const totalsQuery = queryOptions({
  queryKey: ['points', 'totals'],
  queryFn: ({ signal }) => call(pointsRoutes.getTotals, {}, signal),
});

export const closingsQuery = infiniteQueryOptions({
  queryKey: ['points', 'closings'],
  queryFn: ({ signal, pageParam }) =>
    call(
      pointsRoutes.listClosings,
      { query: { limit: 12, ...(pageParam === '' ? {} : { cursor: pageParam }) } },
      signal,
    ),
  initialPageParam: '',
  getNextPageParam: (page) => page.nextCursor,
});

/** The first few members that a search finds. */
export const foundQuery = (search: string) =>
  queryOptions({
    queryKey: ['points', 'found', search],
    queryFn: ({ signal }) =>
      call(workspaceRoutes.listMembers, { query: { search, limit: FOUND_MAX } }, signal),
    enabled: search !== '',
  });

export const memberPointsQuery = (memberId: string) =>
  queryOptions({
    queryKey: ['points', 'member', memberId],
    queryFn: ({ signal }) => call(pointsRoutes.getMemberPoints, { params: { memberId } }, signal),
  });

export const postingsQuery = (memberId: string) =>
  infiniteQueryOptions({
    queryKey: ['points', 'postings', memberId],
    queryFn: ({ signal, pageParam }) =>
      call(
        pointsRoutes.listMemberPostings,
        { params: { memberId }, query: pageParam === '' ? {} : { cursor: pageParam } },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
