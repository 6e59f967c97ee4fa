import { awardsRoutes } from '@siyu/shared/contracts/awards.routes';
import type { AwardState } from '@siyu/shared/contracts/awards.limits';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';

const KEY = 'awards';

export const awardListQuery = (state: AwardState) =>
  infiniteQueryOptions({
    queryKey: [KEY, state],
    queryFn: ({ pageParam, signal }) =>
      call(
        awardsRoutes.listStaffAwards,
        { query: { state, ...(pageParam !== '' && { cursor: pageParam }) } },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });

/** After an act: it stands in another list now. */
export const refreshAwards = () => queryClient.invalidateQueries({ queryKey: [KEY] });
