import type { EpochDay } from './epoch-day.ts';
import { DAY_MS, SHANGHAI_OFFSET_MS } from './shanghai.ts';

/**
 * The instant at which a civil day begins in Asia/Shanghai, in epoch milliseconds.
 *
 * @example
 * startOfDay(epochDay(0)) // => -28800000
 */
export function startOfDay(day: EpochDay): number {
  return day * DAY_MS - SHANGHAI_OFFSET_MS;
}
