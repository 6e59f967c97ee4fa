import { paretoNbdLogOddsStopped } from './pareto-nbd-log-odds-stopped.ts';
import type { ParetoNbd } from './pareto-nbd.ts';
import type { PurchaseTiming } from './repeat-history.ts';

/**
 * Probability that a customer has not stopped buying by the last observed day, under Pareto/NBD. Below 1 for one-time
 * buyers too. Source: Schmittlein, Morrison & Colombo (1987), equations 11–13.
 *
 * @example
 * paretoNbdProbabilityAlive({ kind: 'pareto-nbd', r: 0.553, alphaWeeks: 10.578, s: 0.606, betaWeeks: 11.669 }, { repeatPurchases: 26, weeksFirstToLast: 30.86, weeksObserved: 31 }).toFixed(4) // => '0.9979'
 */
export function paretoNbdProbabilityAlive(model: ParetoNbd, timing: PurchaseTiming): number {
  return 1 / (1 + Math.exp(paretoNbdLogOddsStopped(model, timing)));
}
