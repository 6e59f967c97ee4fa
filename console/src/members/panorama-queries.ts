import { panoramaRoutes } from '@siyu/shared/contracts/panorama.routes';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';

export const panoramaQuery = (memberId: string) =>
  queryOptions({
    queryKey: ['members', 'panorama', memberId],
    queryFn: ({ signal }) => call(panoramaRoutes.getMemberPanorama, { params: { memberId } }, signal),
  });

export const memberFactsQuery = (memberId: string) =>
  infiniteQueryOptions({
    queryKey: ['members', 'facts', memberId],
    queryFn: ({ pageParam, signal }) =>
      call(
        panoramaRoutes.listMemberFacts,
        { params: { memberId }, query: pageParam === '' ? {} : { cursor: pageParam } },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });

export const memberEventsQuery = (memberId: string) =>
  infiniteQueryOptions({
    queryKey: ['members', 'events', memberId],
    queryFn: ({ pageParam, signal }) =>
      call(
        panoramaRoutes.listMemberEvents,
        { params: { memberId }, query: pageParam === '' ? {} : { cursor: pageParam } },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });

/** Not asked for again by itself: every look is on record. */
export const memberMessagesQuery = (memberId: string) =>
  infiniteQueryOptions({
    queryKey: ['members', 'messages', memberId],
    queryFn: ({ pageParam, signal }) =>
      call(
        panoramaRoutes.listMemberMessages,
        { params: { memberId }, query: pageParam === '' ? {} : { cursor: pageParam } },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    refetchOnWindowFocus: false,
  });
