import { awardsRoutes } from '@siyu/shared/contracts/awards.routes';
import type { AwardView } from './award-view.ts';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';

const KEY = 'awards';

export const awardListQuery = ({ state, hold }: AwardView) =>
  infiniteQueryOptions({
    queryKey: [KEY, state, hold],
    queryFn: ({ pageParam, signal }) =>
      call(
        awardsRoutes.listStaffAwards,
        { query: { state, ...(hold !== null && { hold }), ...(pageParam !== '' && { cursor: pageParam }) } },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });

/** After an act: it stands in another list now. */
export const refreshAwards = () => queryClient.invalidateQueries({ queryKey: [KEY] });
