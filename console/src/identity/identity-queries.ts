import { analyticsRoutes } from '@siyu/shared/contracts/analytics.routes';
import { memberLinksRoutes } from '@siyu/shared/contracts/member-links.routes';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';
import type { ConflictState, LinkState } from './identity-view.ts';

/** Everything of conflicts and requests stands under one key: an act on one changes the others. */
const KEY = 'member-links';

export const conflictListQuery = (state: ConflictState) =>
  infiniteQueryOptions({
    queryKey: [KEY, 'conflicts', state],
    queryFn: ({ pageParam, signal }) =>
      call(
        memberLinksRoutes.listConflicts,
        { query: { state, ...(pageParam !== '' && { cursor: pageParam }) } },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });

export const linkListQuery = (state: LinkState | null) =>
  infiniteQueryOptions({
    queryKey: [KEY, 'requests', state],
    queryFn: ({ pageParam, signal }) =>
      call(
        memberLinksRoutes.listMemberLinks,
        { query: { ...(state !== null && { state }), ...(pageParam !== '' && { cursor: pageParam }) } },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    // Somebody may be waiting for a decision.
    refetchInterval: 30_000,
  });

export const memberLinkQuery = (memberId: string, version: string) =>
  queryOptions({
    queryKey: [KEY, 'one', memberId, version],
    queryFn: ({ signal }) => call(memberLinksRoutes.getMemberLink, { params: { memberId, version } }, signal),
  });

/** Counted anew each time it is asked for: it is about now. */
export const linkImpactQuery = (memberId: string, intoMemberId: string) =>
  queryOptions({
    queryKey: [KEY, 'impact', memberId, intoMemberId],
    queryFn: ({ signal }) =>
      call(analyticsRoutes.getLinkImpact, { query: { memberId, intoMemberId } }, signal),
    staleTime: 0,
  });

/** After an act: what it changed is asked for again, the reviews and the members with it. */
export const refreshIdentity = () =>
  Promise.all([KEY, 'reviews', 'members'].map((name) => queryClient.invalidateQueries({ queryKey: [name] })));
