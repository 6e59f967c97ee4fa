/**
 * Refuses a horizon that is no length of time.
 *
 * @throws RangeError unless 0 < weeks < ∞
 * @example
 * checkWeeks(52) // => 52
 */
export function checkWeeks(weeks: number): number {
  if (!(weeks > 0 && weeks < Number.POSITIVE_INFINITY)) throw new RangeError(`not a horizon: ${weeks} weeks`);
  return weeks;
}
