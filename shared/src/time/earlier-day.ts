import type { EpochDay } from './epoch-day.ts';

/**
 * The earlier of two days, each of which may never come.
 *
 * @example
 * earlierDay(epochDay(20_781), null) // => 20781
 */
export function earlierDay(one: EpochDay | null, other: EpochDay | null): EpochDay | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
