import { epochDay, type EpochDay } from './epoch-day.ts';
import { DAY_MS, SHANGHAI_OFFSET_MS } from './shanghai.ts';

/**
 * The civil day in Asia/Shanghai on which an instant lies. Fixed UTC+8, exact from 1991-09-15 on: nobody's
 * purchase is older.
 *
 * @param instantMs epoch milliseconds
 * @throws RangeError when it is not finite or outside the years 1 … 9999
 * @example
 * // 2026-11-23 16:00 UTC: midnight has struck in Shanghai
 * dayOfInstant(Date.UTC(2026, 10, 23, 16, 0)) // => 20_781
 * dayOfInstant(Date.UTC(2026, 10, 23, 15, 59)) // => 20_780
 */
export function dayOfInstant(instantMs: number): EpochDay {
  return epochDay(Math.floor((instantMs + SHANGHAI_OFFSET_MS) / DAY_MS));
}
