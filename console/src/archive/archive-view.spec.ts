import { describe, expect, it } from '@jest/globals';
import { openFindings, readArchiveView, writeArchiveView } from './archive-view.ts';

const ID = '01930000-0000-7000-8000-000000000001';

describe('the address of the page of conversations', () => {
  it('E-12 keeps the filters and the open finding, and leaves out what it does not know', () => {
    const view = {
      state: 'HANDLED',
      level: 'refused',
      fault: 'stock_tip',
      staffId: ID,
      day: '2026-11-24',
      open: ID,
    } as const;
    expect(readArchiveView(writeArchiveView(view))).toEqual(view);
    expect(writeArchiveView(openFindings).toString()).toBe('');
    expect(
      readArchiveView(new URLSearchParams('state=LOST&level=x&fault=&staffId=1&day=heute&open=../x')),
    ).toEqual(openFindings);
  });
});
