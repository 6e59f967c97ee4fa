import type { BgNbd } from './bg-nbd.ts';
import type { PurchaseTiming } from './repeat-history.ts';

/**
 * Probability that a customer has not stopped buying by the last observed day, under BG/NBD. It is 1 for every
 * one-time buyer, because the model lets customers stop only right after a repeat purchase: never show that.
 * Source: Fader, Hardie & Lee (2005), section on P(alive), as a logistic function of logarithms.
 *
 * @example
 * bgNbdProbabilityAlive({ kind: 'bg-nbd', r: 0.243, alphaWeeks: 4.414, a: 0.793, b: 2.426 }, { repeatPurchases: 2, weeksFirstToLast: 30.43, weeksObserved: 38.86 }).toFixed(4) // => '0.7266'
 */
export function bgNbdProbabilityAlive({ r, alphaWeeks, a, b }: BgNbd, timing: PurchaseTiming): number {
  const { repeatPurchases: x, weeksFirstToLast, weeksObserved } = timing;
  if (x === 0) return 1;
  const logOddsStopped =
    Math.log(a / (b + x - 1)) +
    (r + x) * Math.log((alphaWeeks + weeksObserved) / (alphaWeeks + weeksFirstToLast));
  return 1 / (1 + Math.exp(logOddsStopped));
}
