import type { ComplaintDetail } from '@siyu/shared/contracts/care-desk';
import { careDeskRoutes } from '@siyu/shared/contracts/care-desk.routes';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';
import { putAnswer } from '../api/put-answer.ts';
import type { ComplaintView } from './complaint-view.ts';

const KEY = 'complaints';

export const complaintListQuery = ({ view, channel, isMine }: ComplaintView) =>
  infiniteQueryOptions({
    queryKey: [KEY, 'list', view, channel, isMine],
    queryFn: ({ pageParam, signal }) =>
      call(
        careDeskRoutes.listComplaints,
        {
          query: {
            view,
            ...(channel !== null && { channel }),
            ...(isMine && { owner: 'me' as const }),
            ...(pageParam !== '' && { cursor: pageParam }),
          },
        },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });

export const complaintQuery = (complaintId: string) =>
  queryOptions({
    queryKey: [KEY, 'one', complaintId],
    queryFn: ({ signal }) => call(careDeskRoutes.getComplaint, { params: { complaintId } }, signal),
    // Each reading stands in the trail: not one more than somebody asked for.
    staleTime: Infinity,
  });

/** After an act: the complaint as it is now, and the lists that were made from the old one. */
export function takeComplaint(detail: ComplaintDetail): void {
  putAnswer(complaintQuery(detail.row.complaintId).queryKey, detail);
  void queryClient.invalidateQueries({ queryKey: [KEY, 'list'] });
}

/** Somebody else was quicker. */
export const refreshComplaint = (complaintId: string) =>
  queryClient.invalidateQueries({ queryKey: [KEY, 'one', complaintId] });
