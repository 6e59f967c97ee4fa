import { handoversRoutes } from '@siyu/shared/contracts/handovers.routes';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';

const KEY = 'handovers';
/** While one goes over. */
const RUNNING_POLL_MS = 3_000;

export const handoverPeopleQuery = queryOptions({
  queryKey: [KEY, 'people'],
  queryFn: ({ signal }) => call(handoversRoutes.listPeople, {}, signal),
});

export const handoverListQuery = infiniteQueryOptions({
  queryKey: [KEY, 'list'],
  queryFn: ({ pageParam, signal }) =>
    call(handoversRoutes.listHandovers, { query: pageParam === '' ? {} : { cursor: pageParam } }, signal),
  initialPageParam: '',
  getNextPageParam: (page) => page.nextCursor,
  refetchInterval: ({ state: { data } }) =>
    data?.pages.some((page) => page.rows.some(({ state }) => state === 'RUNNING')) === true
      ? RUNNING_POLL_MS
      : false,
});

/** After one has begun. */
export const refreshHandovers = () => queryClient.invalidateQueries({ queryKey: [KEY] });
