import type { EpochDay } from '../../time/index.ts';

/**
 * The earlier of two days, where null is never.
 *
 * @example
 * earliest(epochDay(101), null) // => 101
 */
export function earliest(one: EpochDay | null, other: EpochDay | null): EpochDay | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
