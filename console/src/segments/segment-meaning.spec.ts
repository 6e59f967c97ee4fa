import { describe, expect, it } from '@jest/globals';
import { BUILT_IN_SEGMENTS } from '@siyu/shared/contracts/segments.limits';
import { segmentMeaning } from './segment-meaning.ts';
import { segmentChoices, segmentName } from './segment-name.ts';

const tiers = { affluentFromFen: 50_000_000, highNetWorthFromFen: 600_000_000, version: 1 };

describe('segments in words', () => {
  it('C-07 every built-in segment has a name of its own and a meaning', () => {
    const names = BUILT_IN_SEGMENTS.map(({ kind, code }) => segmentName(kind, code));
    expect(new Set(names).size).toBe(BUILT_IN_SEGMENTS.length);
    for (const name of names) expect(name).toMatch(/^\p{Script=Han}/u);
    for (const { kind, code } of BUILT_IN_SEGMENTS) expect(segmentMeaning(kind, code, tiers)).toMatch(/。$/);
  });

  it('C-07 tiers are told from the cuts in force', () => {
    expect(segmentMeaning('tier', 'AFFLUENT', tiers)).toBe('在本公司持有 50 万元及以上，不到 600 万元。');
    expect(segmentMeaning('tier', 'MASS', { ...tiers, affluentFromFen: 100_000_000 })).toBe(
      '在本公司持有不到 100 万元，包括没有持有。',
    );
  });

  it('offers each segment once, stages apart', () => {
    const keys = segmentChoices.flatMap(({ options }) => options.map(({ value }) => value));
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toHaveLength(BUILT_IN_SEGMENTS.length - 5);
  });
});
