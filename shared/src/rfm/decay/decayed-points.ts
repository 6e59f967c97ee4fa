import { addDays, type EpochDay } from '../../time/index.ts';
import type { DecayingSum } from './decaying-sum.ts';
import { growthWithinPeriod, halvedBetween, periodStart } from './halving.ts';

/**
 * What a decaying sum is worth on a day, in hundredths of a point, rounded down: the points of the last day
 * before `asOf` count in full, those of a half-life before it by half. Never rises from one day to the next.
 * Integers only, see `sumDecaying`.
 *
 * @param sum as kept; null, when nothing was ever gained, is worth 0
 * @param asOf exclusive day boundary, after every day that is in the sum
 * @param halfLifeDays the one the sum was made with
 * @throws RangeError when `asOf` lies at or before the anchor, or for a half-life the table does not have
 * @example
 * decayedPoints({ value: 1_677_721_600, anchorOn: epochDay(20_760) }, epochDay(20_761), 30) // => 100
 * decayedPoints({ value: 1_677_721_600, anchorOn: epochDay(20_760) }, epochDay(20_791), 30) // => 50
 * decayedPoints({ value: 1_677_721_600, anchorOn: epochDay(20_760) }, epochDay(20_806), 30) // => 35
 */
export function decayedPoints(sum: DecayingSum | null, asOf: EpochDay, halfLifeDays: number): number {
  if (sum === null) return 0;
  const on = addDays(asOf, -1);
  const worth = halvedBetween(sum.value, sum.anchorOn, periodStart(on, halfLifeDays), halfLifeDays);
  // Exact although it is a division: both are integers under 2^53, so no quotient rounds up to the next whole.
  return Math.floor(worth / growthWithinPeriod(on, halfLifeDays));
}
