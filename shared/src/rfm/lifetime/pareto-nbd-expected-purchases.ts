import { paretoNbdProbabilityAlive } from './pareto-nbd-probability-alive.ts';
import type { ParetoNbd } from './pareto-nbd.ts';
import type { PurchaseTiming } from './repeat-history.ts';

/**
 * Expected purchases in the next weeks, given a customer's history, under Pareto/NBD; with x = T = 0 the expectation
 * of a random customer. Source: Schmittlein, Morrison & Colombo (1987), equations 17 and 22, written so that s = 1 is
 * no exception.
 *
 * @param weeks above 0
 * @example
 * paretoNbdExpectedPurchases({ kind: 'pareto-nbd', r: 0.553, alphaWeeks: 10.578, s: 0.606, betaWeeks: 11.669 }, { repeatPurchases: 26, weeksFirstToLast: 30.86, weeksObserved: 31 }, 52).toFixed(2) // => '25.46'
 */
export function paretoNbdExpectedPurchases(model: ParetoNbd, timing: PurchaseTiming, weeks: number): number {
  const { r, alphaWeeks, s, betaWeeks } = model;
  const { repeatPurchases: x, weeksObserved } = timing;
  const beta = betaWeeks + weeksObserved;
  const stretch = Math.log1p(weeks / beta);
  const activeWeeks = beta * (s === 1 ? stretch : -Math.expm1((1 - s) * stretch) / (s - 1));
  return (paretoNbdProbabilityAlive(model, timing) * ((r + x) * activeWeeks)) / (alphaWeeks + weeksObserved);
}
