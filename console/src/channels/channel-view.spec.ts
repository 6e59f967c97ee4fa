import { describe, expect, it } from '@jest/globals';
import { readView, writeView } from './channel-view.ts';

describe('the address of the channels', () => {
  it('E-09 the address of the channels keeps filters, window and the open account', () => {
    const address = 'platform=DOUYIN&owner=BRANCH&search=%E5%B9%BF%E5%B7%9E&open=a1&days=90';
    expect(writeView(readView(new URLSearchParams(address))).toString()).toBe(address);
  });

  it('E-09 the address of the channels leaves out what it does not know', () => {
    const view = readView(new URLSearchParams('platform=FAX&owner=NOBODY&days=31'));
    expect(view).toEqual({ platform: null, owner: null, days: 30, search: '', open: null });
    expect(writeView(view).toString()).toBe('');
  });
});
