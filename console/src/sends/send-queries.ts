import { platformSendsRoutes } from '@siyu/shared/contracts/platform-sends.routes';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import type { SendView } from './send-view.ts';

/** Sends move by themselves: what is on the screen is asked for again while somebody looks. */
const POLL_MS = 5_000;
const polled = { refetchInterval: POLL_MS, refetchIntervalInBackground: false } as const;

export const sendListQuery = ({ state, channel }: Pick<SendView, 'state' | 'channel'>) =>
  infiniteQueryOptions({
    queryKey: ['sends', 'list', state, channel],
    queryFn: ({ pageParam, signal }) =>
      call(
        platformSendsRoutes.listSends,
        {
          query: {
            ...(state !== null && { state }),
            ...(channel !== null && { channel }),
            ...(pageParam !== '' && { cursor: pageParam }),
          },
        },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    ...polled,
  });

export const sendQuery = (sendId: string) =>
  queryOptions({
    queryKey: ['sends', 'one', sendId],
    queryFn: ({ signal }) => call(platformSendsRoutes.getSend, { params: { sendId } }, signal),
    ...polled,
  });
