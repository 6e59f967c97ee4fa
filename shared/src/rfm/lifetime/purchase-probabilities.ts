import { bgNbdPurchaseProbabilities } from './bg-nbd-purchase-probabilities.ts';
import type { BgNbd } from './bg-nbd.ts';
import { checkTiming } from './check-timing.ts';
import { checkWeeks } from './check-weeks.ts';
import { paretoNbdPurchaseProbabilities } from './pareto-nbd-purchase-probabilities.ts';
import type { ParetoNbd } from './pareto-nbd.ts';
import type { PurchaseTiming } from './repeat-history.ts';

/**
 * Probabilities of 0, 1, 2, … days with a purchase in the next weeks, given a customer's history. The list ends when
 * what follows is together less than 1e-12 likely.
 *
 * @param weeks above 0
 * @throws RangeError for an impossible history or horizon
 * @example
 * purchaseProbabilities({ kind: 'bg-nbd', r: 0.243, alphaWeeks: 4.414, a: 0.793, b: 2.426 }, { repeatPurchases: 0, weeksFirstToLast: 0, weeksObserved: 0 }, 39)[0]?.toFixed(7) // => '0.5737864'
 */
export function purchaseProbabilities(
  model: BgNbd | ParetoNbd,
  timing: PurchaseTiming,
  weeks: number,
): number[] {
  checkTiming(timing);
  checkWeeks(weeks);
  switch (model.kind) {
    case 'bg-nbd':
      return bgNbdPurchaseProbabilities(model, timing, weeks);
    case 'pareto-nbd':
      return paretoNbdPurchaseProbabilities(model, timing, weeks);
  }
}
