import { describe, expect, it } from '@jest/globals';
import { freshnessSaid, holdoutSaid, shareSaid } from './definition-words.ts';
import { ALL_BUILT_IN, ALL_OWN, readView, writeView } from './segment-filters.ts';

const ID = '01900000-0000-7000-8000-00000000f002';

describe('a segment that somebody drew, in words', () => {
  it('F-02 says up to when its facts are, and how many are on their way', () => {
    expect(freshnessSaid({ asOf: '2026-12-01', due: 0 })).toBe(
      '截至 2026年11月30日，含当天；没有等待更新的客户',
    );
    expect(freshnessSaid({ asOf: '2026-12-01', due: 1_200 })).toMatch(/；1,200 位客户的新变化还在更新$/);
  });

  it('F-02 says of a holdout whether it is as large as it should be', () => {
    expect(holdoutSaid(null, 0)).toBe('没有留出');
    expect(holdoutSaid({ heldOut: 51, expected: 50.4, isSuspicious: false }, 10)).toBe(
      '留出 10%，现在 51 位，应有约 50 位，差别在随机范围内',
    );
    expect(holdoutSaid({ heldOut: 90, expected: 50, isSuspicious: true }, 10)).toMatch(/不能用来看效果$/);
  });

  it('F-02 says what part of all it holds, and does not divide by nobody', () => {
    expect(shareSaid({ members: 12, total: 80 })).toBe('在可以归入客群的 80 位客户里占 15.0%');
    expect(shareSaid({ members: 0, total: 0 })).toBe('还没有可以归入客群的客户');
  });

  it('F-02 an address brings back the view it was written from', () => {
    for (const view of [
      ALL_BUILT_IN,
      ALL_OWN,
      { ...ALL_OWN, state: 'LIVE' as const, search: '学完', open: ID },
      { ...ALL_BUILT_IN, kind: 'stage' as const, open: 'stage.FAMILIAR' },
    ])
      expect(readView(writeView(view))).toEqual(view);
    expect(readView(new URLSearchParams('tab=own&state=GONE&open=group.POTENTIAL'))).toEqual(ALL_OWN);
  });
});
