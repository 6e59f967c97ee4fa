import { bgNbdPurchaseProbabilities } from './bg-nbd-purchase-probabilities.ts';
import type { BgNbd } from './bg-nbd.ts';
import type { PurchaseTiming } from './repeat-history.ts';

/**
 * Expected purchases in the next weeks, given a customer's history, under BG/NBD; with x = T = 0 the expectation of a
 * random customer. The values of Fader, Hardie & Lee (2005), equations 9 and 10, as the mean of the distribution:
 * their closed form divides by a − 1 and subtracts two ₂F₁ that overflow for frequent buyers.
 *
 * @param weeks above 0
 * @example
 * bgNbdExpectedPurchases({ kind: 'bg-nbd', r: 0.243, alphaWeeks: 4.414, a: 0.793, b: 2.426 }, { repeatPurchases: 2, weeksFirstToLast: 30.43, weeksObserved: 38.86 }, 39).toFixed(3) // => '1.226'
 */
export function bgNbdExpectedPurchases(model: BgNbd, timing: PurchaseTiming, weeks: number): number {
  return bgNbdPurchaseProbabilities(model, timing, weeks).reduce(
    (sum, probability, count) => sum + count * probability,
    0,
  );
}
