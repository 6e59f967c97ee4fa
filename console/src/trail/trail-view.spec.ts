import { describe, expect, it } from '@jest/globals';
import { readTrailView, wholeTrail, writeTrailView } from './trail-view.ts';

describe('the view of the trail in the address', () => {
  it('D-04 comes back from the address as it went in, and what cannot be asked for is left out', () => {
    const view = { ...wholeTrail, actor: '梁审计', action: 'reviews.', from: '2026-11-24' };
    expect(readTrailView(writeTrailView(view))).toEqual(view);
    expect(readTrailView(new URLSearchParams('from=yesterday&action=a b&x=1'))).toEqual(wholeTrail);
  });
});
