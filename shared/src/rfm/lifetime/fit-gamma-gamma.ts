import { checkTiming } from './check-timing.ts';
import { notEnoughHistory, type FittedSpend, type NotEnoughHistory } from './fit.ts';
import { gammaGammaLogLikelihood } from './gamma-gamma-log-likelihood.ts';
import type { GammaGamma } from './gamma-gamma.ts';
import { lifetimeRules, type LifetimeRules } from './lifetime-rules.ts';
import { maximiseLikelihood } from './maximise-likelihood.ts';
import type { RepeatHistory } from './repeat-history.ts';
import { spendCorrelation } from './spend-correlation.ts';

/**
 * Fits Gamma-Gamma by maximum likelihood on the repeat buyers with money above zero, and measures the correlation that
 * the model assumes to be nil. Hand it the same customers as the purchase model; the others are passed over. Deterministic.
 *
 * @throws RangeError for an impossible history
 * @example
 * fitGammaGamma([]) // => { outcome: 'not_enough_history', reason: 'too_few_repeat_buyers', have: 0, need: 200 }
 */
export function fitGammaGamma(
  histories: readonly RepeatHistory[],
  rules: LifetimeRules = lifetimeRules,
): FittedSpend<GammaGamma> | NotEnoughHistory {
  const buyers = histories.filter(
    (history) => checkTiming(history).repeatPurchases > 0 && history.repeatAmountFen > 0,
  );
  if (buyers.length < rules.repeatBuyers) {
    return notEnoughHistory('too_few_repeat_buyers', buyers.length, rules.repeatBuyers);
  }
  const meanFen =
    buyers.reduce((sum, { repeatPurchases, repeatAmountFen }) => sum + repeatAmountFen / repeatPurchases, 0) /
    buyers.length;
  const modelOf = ([p = NaN, q = NaN, vFen = NaN]: readonly number[]): GammaGamma => ({ p, q, vFen });
  const found = maximiseLikelihood(
    (parameters) => {
      const model = modelOf(parameters);
      return buyers.reduce((sum, buyer) => sum + gammaGammaLogLikelihood(model, buyer), 0);
    },
    [2, 3, meanFen],
  );
  if (found === null) return notEnoughHistory('no_maximum');
  return {
    outcome: 'fitted',
    model: modelOf(found.parameters),
    logLikelihood: found.logLikelihood,
    customers: histories.length,
    repeatBuyers: buyers.length,
    correlation: spendCorrelation(buyers),
  };
}
