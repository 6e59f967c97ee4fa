import type { CallDetail } from '@siyu/shared/contracts/care-desk';
import { careDeskRoutes } from '@siyu/shared/contracts/care-desk.routes';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';
import type { CallView } from './call-view.ts';

const KEY = 'follow-up-calls';

export const callListQuery = ({ view, isMine }: CallView) =>
  infiniteQueryOptions({
    queryKey: [KEY, 'list', view, isMine],
    queryFn: ({ pageParam, signal }) =>
      call(
        careDeskRoutes.listCalls,
        {
          query: {
            view,
            ...(isMine && { owner: 'me' as const }),
            ...(pageParam !== '' && { cursor: pageParam }),
          },
        },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });

export const callQuery = (callId: string) =>
  queryOptions({
    queryKey: [KEY, 'one', callId],
    queryFn: ({ signal }) => call(careDeskRoutes.getCall, { params: { callId } }, signal),
    // Each reading stands in the trail: not one more than somebody asked for.
    staleTime: Infinity,
  });

/** After an act: the call as it is now, and the lists that were made from the old one. */
export function takeCall(detail: CallDetail): void {
  queryClient.setQueryData(callQuery(detail.row.callId).queryKey, detail);
  void queryClient.invalidateQueries({ queryKey: [KEY, 'list'] });
}

/** Somebody else was quicker. */
export const refreshCall = (callId: string) =>
  queryClient.invalidateQueries({ queryKey: [KEY, 'one', callId] });
