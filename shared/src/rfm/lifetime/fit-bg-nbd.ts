import { bgNbdLogLikelihood } from './bg-nbd-log-likelihood.ts';
import type { BgNbd } from './bg-nbd.ts';
import { fitPurchases } from './fit-purchases.ts';
import type { FittedPurchases, NotEnoughHistory } from './fit.ts';
import { lifetimeRules, type LifetimeRules } from './lifetime-rules.ts';
import type { PurchaseTiming } from './repeat-history.ts';

/**
 * Fits BG/NBD by maximum likelihood. Takes every customer of the cohort who bought at least once, one-time buyers too.
 * Deterministic.
 *
 * @throws RangeError for an impossible history
 * @example
 * fitBgNbd([]) // => { outcome: 'not_enough_history', reason: 'too_few_customers', have: 0, need: 500 }
 */
export function fitBgNbd(
  timings: readonly PurchaseTiming[],
  rules: LifetimeRules = lifetimeRules,
): FittedPurchases<BgNbd> | NotEnoughHistory {
  return fitPurchases(timings, rules, {
    modelOf: ([r = NaN, alphaWeeks = NaN, a = NaN, b = NaN]) => ({ kind: 'bg-nbd', r, alphaWeeks, a, b }),
    logLikelihood: bgNbdLogLikelihood,
    startFor: (meanWeeks) => [0.5, meanWeeks / 2, 1, 2],
  });
}
