import { epochDay, type EpochDay } from '../../time/index.ts';
import { HALVING_TABLE } from './halving-table.ts';

/**
 * First day of the period in which a day lies. A period is one half-life long; they are counted from 1970-01-01.
 *
 * @param halfLifeDays a divisor of 90, the steps of the table
 * @throws RangeError for another half-life
 * @example
 * periodStart(epochDay(20_781), 30) // => 20760
 */
export function periodStart(on: EpochDay, halfLifeDays: number): EpochDay {
  if (!Number.isInteger(halfLifeDays) || halfLifeDays < 1 || HALVING_TABLE.length % halfLifeDays !== 0) {
    throw new RangeError(`not a half-life the table has: ${halfLifeDays} days`);
  }
  return epochDay(Math.floor(on / halfLifeDays) * halfLifeDays);
}

/**
 * 2^(n / halfLifeDays) in fixed point (24 bits), where n is how many days a day lies after its period's first.
 *
 * @throws RangeError for a half-life the table does not have
 * @example
 * // half a half-life: the root of 2 times 2^24
 * growthWithinPeriod(epochDay(20_775), 30) // => 23_726_566
 */
export function growthWithinPeriod(on: EpochDay, halfLifeDays: number): number {
  const days = on - periodStart(on, halfLifeDays);
  const entry = HALVING_TABLE[days * (HALVING_TABLE.length / halfLifeDays)];
  if (entry === undefined) throw new RangeError(`not within a period of ${halfLifeDays} days: ${days}`);
  return entry;
}

/**
 * Halves a value once for every period from `from` to `to`, rounding down each time.
 *
 * @param value an integer, not negative, of any unit
 * @param from first day of a period
 * @param to first day of the same period or a later one
 * @throws RangeError when `to` lies before `from`
 * @example
 * halvedBetween(100, epochDay(20_760), epochDay(20_850), 30) // => 12
 */
export function halvedBetween(value: number, from: EpochDay, to: EpochDay, halfLifeDays: number): number {
  if (to < from) throw new RangeError(`what stood on day ${from} does not tell of day ${to}`);
  let rest = value;
  for (let on: number = from; on < to && rest > 0; on += halfLifeDays) rest = Math.floor(rest / 2);
  return rest;
}
