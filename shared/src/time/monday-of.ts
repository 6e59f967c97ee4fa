import { addDays } from './add-days.ts';
import type { EpochDay } from './epoch-day.ts';

/** 1970-01-01 was a Thursday. */
const THURSDAY = 3;

/**
 * The Monday with which the week of a day begins.
 *
 * @throws RangeError when that Monday lies before the year 1
 * @example
 * mondayOf(epochDay(20_787)) // => 20787
 * mondayOf(epochDay(20_793)) // => 20787
 * mondayOf(epochDay(20_794)) // => 20794
 * mondayOf(epochDay(-1)) // => -3
 */
export function mondayOf(day: EpochDay): EpochDay {
  const since = (((day + THURSDAY) % 7) + 7) % 7;
  return addDays(day, -since);
}
