import { describe, expect, it } from '@jest/globals';
import { dueSentence } from '../care/due-sentence.ts';
import { readCallView, writeCallView } from '../follow-up-calls/call-view.ts';
import { readComplaintView, writeComplaintView } from './complaint-view.ts';

const ID = '01900000-0000-7000-8000-00000000f007';

describe('the addresses of complaints and calls', () => {
  it('F-07 keep part, channel, whose it is and the open row, and leave out what they do not know', () => {
    const view = { view: 'OVERDUE', channel: 'HOTLINE_12386', isMine: true, open: ID } as const;
    expect(readComplaintView(writeComplaintView(view))).toEqual(view);
    const usual = { view: 'OWED', channel: null, isMine: false, open: null } as const;
    expect(readComplaintView(new URLSearchParams('view=LOST&channel=FAX&owner=you&open=1'))).toEqual(usual);
    expect(writeComplaintView(usual).toString()).toBe('');
    const calls = { view: 'DONE', isMine: true, open: ID } as const;
    expect(readCallView(writeCallView(calls))).toEqual(calls);
    expect(writeCallView({ view: 'OWED', isMine: false, open: null }).toString()).toBe('');
  });

  it('F-07 one sentence says what is late and what is soon due', () => {
    expect(dueSentence({ overdue: 2, soon: 0 })).toBe('已超期 2 件，没有快到期的。');
    expect(dueSentence({ overdue: 0, soon: 1 })).toBe('没有超期的，快到期 1 件。');
  });
});
