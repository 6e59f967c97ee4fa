import { bgNbdProbabilityAlive } from './bg-nbd-probability-alive.ts';
import type { BgNbd } from './bg-nbd.ts';
import { negativeBinomial } from './negative-binomial.ts';
import type { PurchaseTiming } from './repeat-history.ts';

/**
 * Probabilities of 0, 1, 2, … purchases in the next weeks, given a customer's history, under BG/NBD. An n-th purchase
 * happens when he is active now, did not stop after any of the n − 1 before it, and an active customer buys n times:
 *
 *     P(Y ≥ n) = P(alive) · B(a, b+x+n−1) / B(a, b+x) · P(NBD(r+x, α+T) ≥ n)
 *
 * because among active customers rate and dropout stay independent. With x = T = 0 it is the distribution for a
 * random customer, equation 8 of Fader, Hardie & Lee (2005).
 *
 * @param weeks above 0
 * @example
 * bgNbdPurchaseProbabilities({ kind: 'bg-nbd', r: 0.243, alphaWeeks: 4.414, a: 0.793, b: 2.426 }, { repeatPurchases: 0, weeksFirstToLast: 0, weeksObserved: 0 }, 39)[0]?.toFixed(7) // => '0.5737864'
 */
export function bgNbdPurchaseProbabilities(model: BgNbd, timing: PurchaseTiming, weeks: number): number[] {
  const { r, alphaWeeks, a, b } = model;
  const { repeatPurchases: x, weeksObserved } = timing;
  const whileActive = negativeBinomial(r + x, weeks / (alphaWeeks + weeksObserved + weeks));
  // P(Y ≥ n) at index n, added up from the small end so that no digits cancel.
  const atLeast: number[] = new Array<number>(whileActive.length + 1).fill(0);
  for (let n = whileActive.length - 1; n >= 1; n -= 1) {
    atLeast[n] = (atLeast[n + 1] ?? 0) + (whileActive[n] ?? 0);
  }
  let stillIn = bgNbdProbabilityAlive(model, timing);
  for (let n = 1; n < whileActive.length; n += 1) {
    atLeast[n] = (atLeast[n] ?? 0) * stillIn;
    stillIn *= (b + x + n - 1) / (a + b + x + n - 1);
  }
  atLeast[0] = 1;
  return whileActive.map((_, n) => (atLeast[n] ?? 0) - (atLeast[n + 1] ?? 0));
}
