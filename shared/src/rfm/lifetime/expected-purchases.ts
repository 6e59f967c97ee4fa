import { bgNbdExpectedPurchases } from './bg-nbd-expected-purchases.ts';
import type { BgNbd } from './bg-nbd.ts';
import { checkTiming } from './check-timing.ts';
import { checkWeeks } from './check-weeks.ts';
import { paretoNbdExpectedPurchases } from './pareto-nbd-expected-purchases.ts';
import type { ParetoNbd } from './pareto-nbd.ts';
import type { PurchaseTiming } from './repeat-history.ts';

/**
 * Days with a purchase to expect in the next weeks, given a customer's history. With x = T = 0 it is the expectation
 * of a customer who has just bought for the first time.
 *
 * @param weeks above 0
 * @throws RangeError for an impossible history or horizon
 * @example
 * expectedPurchases({ kind: 'bg-nbd', r: 0.243, alphaWeeks: 4.414, a: 0.793, b: 2.426 }, { repeatPurchases: 0, weeksFirstToLast: 0, weeksObserved: 0 }, 78).toFixed(2) // => '1.86'
 */
export function expectedPurchases(model: BgNbd | ParetoNbd, timing: PurchaseTiming, weeks: number): number {
  checkTiming(timing);
  checkWeeks(weeks);
  switch (model.kind) {
    case 'bg-nbd':
      return bgNbdExpectedPurchases(model, timing, weeks);
    case 'pareto-nbd':
      return paretoNbdExpectedPurchases(model, timing, weeks);
  }
}
