import { describe, expect, it } from '@jest/globals';
import { formatAmount, formatBytes, formatScore, formatWan } from './figures.ts';
import { formatCivilDay, formatInstant, formatShortInstant } from './moments.ts';

describe('figures', () => {
  it('groups yuan and keeps every fen', () => {
    expect(formatAmount(12_450_007)).toBe('124,500.07 元');
    expect(formatAmount(-50_000)).toBe('-500.00 元');
    expect(formatAmount(99_900)).toBe('999.00 元');
    expect(formatAmount(100_000_000_00)).toBe('100,000,000.00 元');
  });

  it('writes cuts in 万 and scores with two decimals', () => {
    expect(formatWan(5_000_000)).toBe('5 万');
    expect(formatScore(333)).toBe('3.33');
    expect(formatScore(600)).toBe('6.00');
  });

  it('tells sizes in whole units, rounded up', () => {
    expect([0, 1, 1_023, 1_024, 1_025, 1_048_576, 536_870_912, 2 ** 40].map(formatBytes)).toEqual([
      '0 字节',
      '1 字节',
      '1,023 字节',
      '1 KB',
      '2 KB',
      '1 MB',
      '512 MB',
      '1,024 GB',
    ]);
  });
});

describe('moments', () => {
  it('are told in Shanghai time wherever the desk stands', () => {
    expect(formatInstant('2026-11-23T16:05:00Z')).toBe('2026年11月24日 00:05');
    expect(formatShortInstant('2026-11-23T06:05:00Z')).toBe('11月23日 14:05');
    expect(formatCivilDay('2026-11-03')).toBe('2026年11月3日');
  });
});
