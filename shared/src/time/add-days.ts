import { epochDay, type EpochDay } from './epoch-day.ts';

/**
 * The day `days` civil days later (earlier when negative).
 *
 * @throws RangeError when `days` is no whole number or the result leaves the years 1 … 9999
 * @example
 * addDays(epochDay(20_781), -1) // => 20780
 */
export function addDays(day: EpochDay, days: number): EpochDay {
  return epochDay(day + days);
}
