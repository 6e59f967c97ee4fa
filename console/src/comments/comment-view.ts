import { COMMENT_QUEUES, type CommentQueue } from '@siyu/shared/contracts/discussion.limits';

export interface CommentView {
  readonly queue: CommentQueue;
  /** Id of the comment that is open at the side. */
  readonly open: string | null;
}

const ID = /^[0-9a-f-]{36}$/;

/**
 * Reads an address; what it does not know it leaves out.
 * @param first the queue that is shown where the address names none
 * @example readCommentView(new URLSearchParams('queue=SHOWN'), 'WAITING') // => { queue: 'SHOWN', open: null }
 */
export function readCommentView(params: URLSearchParams, first: CommentQueue): CommentView {
  const open = params.get('open') ?? '';
  const queue = params.get('queue');
  return {
    queue: COMMENT_QUEUES.find((each) => each === queue) ?? first,
    open: ID.test(open) ? open : null,
  };
}

/** The address of a view. */
export function writeCommentView({ queue, open }: CommentView): URLSearchParams {
  return new URLSearchParams({ queue, ...(open !== null && { open }) });
}
