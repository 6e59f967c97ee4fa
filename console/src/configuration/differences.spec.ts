import { describe, expect, it } from '@jest/globals';
import { differencesOf } from './differences.ts';

describe('the differences of two configuration values', () => {
  it('D-04 names each place that differs, however deep, and none that is the same', () => {
    const before = { weights: { fresh: 1, old: 2 }, cuts: [1, 2], name: 'a' };
    const after = { weights: { fresh: 1, old: 3 }, cuts: [1, 4], name: 'a', extra: true };
    expect(differencesOf(before, before)).toEqual([]);
    expect(differencesOf(before, after)).toEqual([
      { path: ['weights', 'old'], before: 2, after: 3 },
      { path: ['cuts'], before: [1, 2], after: [1, 4] },
      { path: ['extra'], before: undefined, after: true },
    ]);
  });

  it('D-04 a record put in the middle of a list is one difference', () => {
    const day = (date: string) => ({ date });
    expect(differencesOf({ days: [day('1'), day('3')] }, { days: [day('1'), day('2'), day('3')] })).toEqual([
      { path: ['days'], before: undefined, after: day('2') },
    ]);
    expect(differencesOf([day('1'), day('1')], [day('1')])).toEqual([
      { path: [], before: day('1'), after: undefined },
    ]);
    expect(differencesOf([day('1'), day('2')], [day('2'), day('1')])).toHaveLength(1);
  });
});
