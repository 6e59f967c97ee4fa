import { discussionDeskRoutes } from '@siyu/shared/contracts/discussion-desk.routes';
import type { CommentQueue } from '@siyu/shared/contracts/discussion.limits';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';

const KEY = 'comments';

export const commentListQuery = (queue: CommentQueue) =>
  infiniteQueryOptions({
    queryKey: [KEY, queue],
    queryFn: ({ pageParam, signal }) =>
      call(
        discussionDeskRoutes.listComments,
        { query: { queue, ...(pageParam !== '' && { cursor: pageParam }) } },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    // A member waits to be read.
    refetchInterval: 30_000,
  });

/** After an act: it stands in another queue now. */
export const refreshComments = () => queryClient.invalidateQueries({ queryKey: [KEY] });
