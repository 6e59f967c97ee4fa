import type { EpochDay } from '../../time/index.ts';
import { growthWithinPeriod, halvedBetween, periodStart } from './halving.ts';

/**
 * Points that halve every `halfLifeDays`, kept as (value, anchor day): what they are worth on the anchor. Points
 * gained n days after the anchor stand in it with 2^(n / halfLifeDays) times their number, so the pair stays as
 * it is for as long as nothing new happens, and every later day can be computed from it alone.
 */
export interface DecayingSum {
  /** Worth on `anchorOn` in 1/2^24 of a hundredth of a point; a safe integer, never negative. */
  readonly value: number;
  /** First day of the period in which the last points were gained. */
  readonly anchorOn: EpochDay;
}

/** Points gained on one day. */
export interface DayPoints {
  readonly on: EpochDay;
  /** Hundredths of a point, a whole number of at least 0. */
  readonly points: number;
}

/**
 * Sums points that halve every `halfLifeDays`. Integers only: within a period of one half-life the weight
 * 2^(n / halfLifeDays) comes from a table in fixed point (24 bits, `HALVING_TABLE`), from period to period the
 * sum is halved and rounded down. So phone, browser and server agree to the last bit, the order of `gained`
 * does not matter, points more never make less, and a half-life later exactly half is left. The table's error
 * is under 2^-24 of the sum, the halving's under 1/2^23 of a hundredth of a point.
 *
 * @param gained in any order; several entries of one day add up
 * @param halfLifeDays a divisor of 90 (the table has 90 steps): 30 for engagement, 90 for the strength of a tie
 * @param earlier sum of all that was gained before; its last day must not lie after any day in `gained`
 * @returns null when nothing was ever gained
 * @throws RangeError for negative or broken points, another half-life, a day before `earlier`, or a sum that
 * leaves the safe range
 * @example
 * sumDecaying([{ on: epochDay(20_760), points: 100 }], 30) // => { value: 1677721600, anchorOn: 20760 }
 * sumDecaying([], 30) // => null
 */
export function sumDecaying(
  gained: readonly DayPoints[],
  halfLifeDays: number,
  earlier: DecayingSum | null = null,
): DecayingSum | null {
  let sum = earlier;
  for (const { on, points } of [...gained].sort((one, other) => one.on - other.on)) {
    if (!Number.isSafeInteger(points) || points < 0) throw new RangeError(`not points: ${points}`);
    if (points === 0) continue;
    const anchorOn = periodStart(on, halfLifeDays);
    const carried = sum === null ? 0 : halvedBetween(sum.value, sum.anchorOn, anchorOn, halfLifeDays);
    const value = carried + points * growthWithinPeriod(on, halfLifeDays);
    if (!Number.isSafeInteger(value)) throw new RangeError('the sum of points leaves the exact range');
    sum = { value, anchorOn };
  }
  return sum;
}
