import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exactMean, quantileType7, reaches, rising, wholeCut } from '../index.ts';

const safe = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const small = fc.integer({ min: -50, max: 50 });

/** The definition in whole numbers of any size: the quantile times `shares`. */
function timesShares(sorted: readonly number[], share: number, shares: number): bigint {
  const place = BigInt((sorted.length - 1) * share);
  const at = place / BigInt(shares);
  const lower = BigInt(sorted[Number(at)] ?? 0);
  const upper = BigInt(sorted[Number(at) + 1] ?? Number(lower));
  return lower * BigInt(shares) + (place - at * BigInt(shares)) * (upper - lower);
}

describe('exact cuts', () => {
  it('B-01 a type-7 quantile is the exact rational of its definition, up to the largest safe integers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(safe, fc.integer({ min: 0, max: 9 })), { minLength: 1, maxLength: 40 }),
        fc
          .integer({ min: 1, max: 1000 })
          .chain((shares) => fc.tuple(fc.integer({ min: 0, max: shares }), fc.constant(shares))),
        (values, [share, shares]) => {
          const sorted = [...values].sort((a, b) => a - b);
          const { whole, part, parts } = quantileType7(sorted, share, shares);
          expect(parts).toBe(shares);
          expect(part >= 0 && part < parts).toBe(true);
          expect(BigInt(whole) * BigInt(shares) + BigInt(part)).toBe(timesShares(sorted, share, shares));
        },
      ),
      { seed: 1, numRuns: 500 },
    );
  });

  it('B-01 the ends are the least and the greatest value, and negative values work alike', () => {
    expect(quantileType7([-7, -2, 4], 0, 5)).toEqual({ whole: -7, part: 0, parts: 5 });
    expect(quantileType7([-7, -2, 4], 5, 5)).toEqual({ whole: 4, part: 0, parts: 5 });
    expect(quantileType7([-3, -2], 1, 5)).toEqual({ whole: -3, part: 1, parts: 5 });
  });

  it.each([
    [[], 1, 5],
    [[1], 6, 5],
    [[1], -1, 5],
    [[1], 0.5, 5],
    [[1], 0, 0],
    [[1], 1, 1001],
    [[-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER], 1, 2],
  ])('B-01 there is no quantile of %j at %p / %p', (sorted, share, shares) => {
    expect(() => quantileType7(sorted, share, shares)).toThrow(RangeError);
  });

  it('B-01 a value reaches a cut exactly when the rational says so', () => {
    fc.assert(
      fc.property(small, small, fc.integer({ min: 1, max: 12 }), fc.nat(11), (value, whole, parts, rest) => {
        const part = rest % parts;
        expect(reaches(value, { whole, part, parts })).toBe(value * parts >= whole * parts + part);
      }),
      { seed: 1 },
    );
    expect(reaches(5, wholeCut(5))).toBe(true);
    expect(reaches(4, wholeCut(5))).toBe(false);
  });

  it('B-02 a mean is exact, whatever the sign and size of the sum', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.maxSafeInteger(), small), { minLength: 1 }), (values) => {
        const { whole, part, parts } = exactMean(values);
        expect(parts).toBe(values.length);
        expect(part >= 0 && part < parts).toBe(true);
        const sum = values.reduce((total, value) => total + BigInt(value), 0n);
        expect(BigInt(whole) * BigInt(parts) + BigInt(part)).toBe(sum);
      }),
      { seed: 2 },
    );
    expect(() => exactMean([])).toThrow(RangeError);
  });

  it('B-01 sorts by value, not by digits', () => {
    expect([...rising([100, 9, -1, 10])]).toEqual([-1, 9, 10, 100]);
  });
});
