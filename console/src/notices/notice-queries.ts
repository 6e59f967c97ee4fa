import { notificationsRoutes } from '@siyu/shared/contracts/notifications.routes';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import type { NoticeView } from './notice-view.ts';

/** Messages move by themselves: what is on the screen is asked for again while somebody looks. */
const POLL_MS = 10_000;

export const noticeListQuery = ({ state, kind, messageClass, reason }: Omit<NoticeView, 'open'>) =>
  infiniteQueryOptions({
    queryKey: ['notices', 'list', state, kind, messageClass, reason],
    queryFn: ({ pageParam, signal }) =>
      call(
        notificationsRoutes.listNoticeRows,
        {
          query: {
            ...(state !== null && { state }),
            ...(kind !== null && { kind }),
            ...(messageClass !== null && { messageClass }),
            ...(reason !== null && { reason }),
            ...(pageParam !== '' && { cursor: pageParam }),
          },
        },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: POLL_MS,
    refetchIntervalInBackground: false,
  });

/** Not asked for again by itself: every look is on record. */
export const noticeQuery = (noticeId: string) =>
  queryOptions({
    queryKey: ['notices', 'one', noticeId],
    queryFn: ({ signal }) => call(notificationsRoutes.getNotice, { params: { noticeId } }, signal),
    refetchOnWindowFocus: false,
  });
