import { logGamma } from './log-gamma.ts';
import { logSum } from './log-sum.ts';
import { paretoNbdLogOddsStopped } from './pareto-nbd-log-odds-stopped.ts';
import type { ParetoNbd } from './pareto-nbd.ts';
import type { PurchaseTiming } from './repeat-history.ts';

// Read once: in a sandbox such as Jest's each look-up of a global costs more than the function itself.
const { log, log1p } = Math;

/**
 * Logarithm of the likelihood of one customer's timing under Pareto/NBD. Source: Fader & Hardie (2005), "A note on
 * deriving the Pareto/NBD model and related expressions"; first given by Schmittlein, Morrison & Colombo (1987).
 *
 * @example
 * paretoNbdLogLikelihood({ kind: 'pareto-nbd', r: 0.553, alphaWeeks: 10.578, s: 0.606, betaWeeks: 11.669 }, { repeatPurchases: 2, weeksFirstToLast: 30.43, weeksObserved: 38.86 }).toFixed(4) // => '-9.5543'
 */
export function paretoNbdLogLikelihood(model: ParetoNbd, timing: PurchaseTiming): number {
  const { r, alphaWeeks, s, betaWeeks } = model;
  const { repeatPurchases: x, weeksObserved } = timing;
  return (
    logGamma(r + x) -
    logGamma(r) +
    r * log(alphaWeeks) -
    (r + x) * log(alphaWeeks + weeksObserved) -
    s * log1p(weeksObserved / betaWeeks) +
    logSum(0, paretoNbdLogOddsStopped(model, timing))
  );
}
