import type { PurchaseTiming } from './repeat-history.ts';

/**
 * Refuses a timing that no sequence of purchases can have, before a model turns it into a plausible number.
 *
 * @returns the timing itself
 * @throws RangeError unless x is a whole number, 0 ≤ t_x ≤ T < ∞, and t_x is 0 exactly when x is
 * @example
 * checkTiming({ repeatPurchases: 0, weeksFirstToLast: 0, weeksObserved: 4 }).weeksObserved // => 4
 */
export function checkTiming<Timing extends PurchaseTiming>(timing: Timing): Timing {
  const { repeatPurchases: x, weeksFirstToLast, weeksObserved } = timing;
  const isPossible =
    Number.isSafeInteger(x) &&
    x >= 0 &&
    weeksFirstToLast >= 0 &&
    weeksFirstToLast <= weeksObserved &&
    weeksObserved < Number.POSITIVE_INFINITY &&
    (x === 0) === (weeksFirstToLast === 0);
  if (!isPossible) {
    throw new RangeError(`not a purchase history: x ${x}, t_x ${weeksFirstToLast}, T ${weeksObserved} weeks`);
  }
  return timing;
}
