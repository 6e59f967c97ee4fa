import { fitPurchases } from './fit-purchases.ts';
import type { FittedPurchases, NotEnoughHistory } from './fit.ts';
import { lifetimeRules, type LifetimeRules } from './lifetime-rules.ts';
import { paretoNbdLogLikelihood } from './pareto-nbd-log-likelihood.ts';
import type { ParetoNbd } from './pareto-nbd.ts';
import type { PurchaseTiming } from './repeat-history.ts';

/**
 * Fits Pareto/NBD by maximum likelihood. Takes every customer of the cohort who bought at least once, one-time buyers
 * too. Deterministic.
 *
 * @throws RangeError for an impossible history
 * @example
 * fitParetoNbd([]) // => { outcome: 'not_enough_history', reason: 'too_few_customers', have: 0, need: 500 }
 */
export function fitParetoNbd(
  timings: readonly PurchaseTiming[],
  rules: LifetimeRules = lifetimeRules,
): FittedPurchases<ParetoNbd> | NotEnoughHistory {
  return fitPurchases(timings, rules, {
    modelOf: ([r = NaN, alphaWeeks = NaN, s = NaN, betaWeeks = NaN]) => ({
      kind: 'pareto-nbd',
      r,
      alphaWeeks,
      s,
      betaWeeks,
    }),
    logLikelihood: paretoNbdLogLikelihood,
    startFor: (meanWeeks) => [0.5, meanWeeks / 2, 0.5, meanWeeks / 2],
  });
}
