import { describe, expect, it } from '@jest/globals';
import { readCommentView, writeCommentView } from './comment-view.ts';

const ID = '01900000-0000-7000-8000-00000000f005';

describe('the address of the comments', () => {
  it('F-05 keeps the queue and the open comment, and leaves out what it does not know', () => {
    const view = { queue: 'REFUSED', open: ID } as const;
    expect(readCommentView(writeCommentView(view), 'WAITING')).toEqual(view);
    expect(readCommentView(new URLSearchParams(), 'UNANSWERED')).toEqual({ queue: 'UNANSWERED', open: null });
    expect(readCommentView(new URLSearchParams('queue=LOST&open=1'), 'WAITING')).toEqual({
      queue: 'WAITING',
      open: null,
    });
  });
});
