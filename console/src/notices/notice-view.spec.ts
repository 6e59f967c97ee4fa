import { describe, expect, it } from '@jest/globals';
import { allNotices, readNoticeView, writeNoticeView } from './notice-view.ts';

describe('the address of the page of messages', () => {
  it('E-10 keeps the filters and the open message, and leaves out what it does not know', () => {
    const view = {
      state: 'WITHHELD',
      kind: 'NEW_LESSON',
      messageClass: 'SERVICE',
      reason: 'notifications.none_left',
      open: '01930000-0000-7000-8000-000000000001',
    } as const;
    expect(readNoticeView(writeNoticeView(view))).toEqual(view);
    expect(
      readNoticeView(new URLSearchParams('state=GONE&kind=&messageClass=x&reason=toString&open=../x')),
    ).toEqual(allNotices);
  });
});
