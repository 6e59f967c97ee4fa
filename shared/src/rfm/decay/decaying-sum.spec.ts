import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, epochDay, type EpochDay } from '../../time/index.ts';
import { decayedPoints, sumDecaying, type DayPoints } from '../index.ts';
import { HALVING_TABLE } from './halving-table.ts';

const asOf = epochDay(20_781);
const HALF_LIVES = [30, 90];
const gained: fc.Arbitrary<DayPoints> = fc.record({
  on: fc.integer({ min: -800, max: -1 }).map((days) => addDays(asOf, days)),
  points: fc.integer({ min: 0, max: 5000 }),
});
const anyGained = fc.array(gained, { maxLength: 25 });
const halfLife = fc.constantFrom(...HALF_LIVES);

/** The formula itself, in floating point: good to many digits, but not to be trusted at an edge. */
function byFormula(points: readonly DayPoints[], on: EpochDay, halfLifeDays: number): number {
  return points.reduce((sum, each) => sum + each.points * 2 ** (-(on - 1 - each.on) / halfLifeDays), 0);
}

describe('points that halve', () => {
  it('B-03 every entry of the table is the integer nearest to 2^(24 + n/90), proved in whole numbers', () => {
    expect(HALVING_TABLE).toHaveLength(90);
    HALVING_TABLE.forEach((entry, n) => {
      // entry − ½ ≤ 2^(24 + n/90) < entry + ½, both sides doubled and raised to the 90th power.
      const exact = 2n ** BigInt(25 * 90 + n);
      expect((2n * BigInt(entry) - 1n) ** 90n <= exact).toBe(true);
      expect((2n * BigInt(entry) + 1n) ** 90n > exact).toBe(true);
    });
  });

  it('B-03 exactly half is left a half-life later, a quarter after two, to the last bit', () => {
    for (const halfLifeDays of HALF_LIVES)
      for (let day = 0; day < 2 * halfLifeDays; day += 1) {
        const on = addDays(asOf, -day);
        const sum = sumDecaying([{ on, points: 800 }], halfLifeDays);
        const after = (days: number) => decayedPoints(sum, addDays(on, 1 + days), halfLifeDays);
        expect([0, 1, 2, 3].map((times) => after(times * halfLifeDays))).toEqual([800, 400, 200, 100]);
        expect(after(halfLifeDays + 1)).toBeLessThan(400);
        expect(after(halfLifeDays - 1)).toBeGreaterThan(400);
      }
  });

  it('B-03 agrees with the formula to a hundredth of a point', () => {
    fc.assert(
      fc.property(anyGained, halfLife, fc.nat(900), (points, halfLifeDays, ahead) => {
        const on = addDays(asOf, ahead);
        const exact = byFormula(points, on, halfLifeDays);
        const found = decayedPoints(sumDecaying(points, halfLifeDays), on, halfLifeDays);
        expect(found).toBeLessThanOrEqual(exact * (1 + 1e-6) + 1e-6);
        expect(found).toBeGreaterThan(exact * (1 - 1e-6) - 1.001);
      }),
      { seed: 303 },
    );
  });

  it('B-03 is the exact sum over the table, rounded down once, on whatever day it is asked for', () => {
    const periods = 60;
    fc.assert(
      fc.property(anyGained, halfLife, fc.nat(900), (points, halfLifeDays, ahead) => {
        const start = (day: number) => Math.floor(day / halfLifeDays) * halfLifeDays;
        // In units of 1/2^60 at the start of the period, so that every halving leaves a whole number.
        const exactAt = (period: number) =>
          points.reduce((sum, { on, points: each }) => {
            const entry = HALVING_TABLE[(on - start(on)) * (90 / halfLifeDays)] ?? 0;
            const halvings = BigInt(periods - (period - start(on)) / halfLifeDays);
            return sum + ((BigInt(each) * BigInt(entry)) << halvings);
          }, 0n);
        const sum = sumDecaying(points, halfLifeDays);
        if (sum !== null) expect(BigInt(sum.value)).toBe(exactAt(sum.anchorOn) >> BigInt(periods));
        const on = asOf + ahead - 1;
        const growth = BigInt(HALVING_TABLE[(on - start(on)) * (90 / halfLifeDays)] ?? 0) << BigInt(periods);
        const exact = exactAt(start(on)) / growth;
        expect(BigInt(decayedPoints(sum, addDays(asOf, ahead), halfLifeDays))).toBe(exact);
      }),
      { seed: 303 },
    );
  });

  it('B-03 the pair carried on from any day is the pair summed from the start', () => {
    fc.assert(
      fc.property(anyGained, halfLife, fc.integer({ min: -800, max: 0 }), (points, halfLifeDays, cut) => {
        const border = addDays(asOf, cut);
        const before = points.filter(({ on }) => on < border);
        const after = points.filter(({ on }) => on >= border);
        const carried = sumDecaying(after, halfLifeDays, sumDecaying(before, halfLifeDays));
        expect(carried).toEqual(sumDecaying(points, halfLifeDays));
      }),
      { seed: 303 },
    );
  });

  it('B-07 is the same in any order, never less for points more, and never rises with the days', () => {
    fc.assert(
      fc.property(anyGained, gained, halfLife, fc.nat(900), (points, extra, halfLifeDays, ahead) => {
        const sum = sumDecaying(points, halfLifeDays);
        expect(sumDecaying([...points].reverse(), halfLifeDays)).toEqual(sum);
        const on = addDays(asOf, ahead);
        const worth = decayedPoints(sum, on, halfLifeDays);
        const more = decayedPoints(sumDecaying([...points, extra], halfLifeDays), on, halfLifeDays);
        expect(more).toBeGreaterThanOrEqual(worth);
        expect(decayedPoints(sum, addDays(on, 1), halfLifeDays)).toBeLessThanOrEqual(worth);
      }),
      { seed: 307 },
    );
  });

  it('refuses what it cannot count exactly', () => {
    const day = { on: asOf, points: 1 };
    for (const halfLifeDays of [0, -30, 0.5, 7, 60, 180]) {
      expect(() => sumDecaying([day], halfLifeDays)).toThrow(RangeError);
    }
    for (const points of [-1, 0.5, Number.NaN]) {
      expect(() => sumDecaying([{ on: asOf, points }], 30)).toThrow(RangeError);
    }
    expect(() => sumDecaying([{ on: asOf, points: 600_000_000 }], 30)).toThrow(RangeError);
    const sum = sumDecaying([day], 30);
    expect(() => decayedPoints(sum, addDays(asOf, -60), 30)).toThrow(RangeError);
    expect(() => sumDecaying([{ on: addDays(asOf, -60), points: 1 }], 30, sum)).toThrow(RangeError);
  });
});
