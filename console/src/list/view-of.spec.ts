import { describe, expect, it } from '@jest/globals';
import { viewOf } from './view-of.ts';

describe('a saved view', () => {
  it('D-04 keeps the filters of an address, in one order, and not the row that is open', () => {
    const address = new URLSearchParams('sort=score&member=1&search=陈 一');
    expect(viewOf(address)).toBe(viewOf(new URLSearchParams('search=陈 一&sort=score')));
    expect(viewOf(address)).not.toMatch(/member|\s/);
    expect(viewOf(new URLSearchParams())).toBe('');
  });
});
