import { fen, type Fen } from '../../money/index.ts';
import type { BgNbd } from './bg-nbd.ts';
import { checkTiming } from './check-timing.ts';
import { checkWeeks } from './check-weeks.ts';
import { expectedPurchases } from './expected-purchases.ts';
import { notEnoughHistory, type FittedPurchases, type FittedSpend, type NotEnoughHistory } from './fit.ts';
import type { GammaGamma } from './gamma-gamma.ts';
import { lifetimeRules, type LifetimeRules } from './lifetime-rules.ts';
import { meanSpendDistribution } from './mean-spend-distribution.ts';
import { meanSpendFen } from './mean-spend-fen.ts';
import type { ParetoNbd } from './pareto-nbd.ts';
import { probabilityAlive, type ProbabilityAlive } from './probability-alive.ts';
import { purchaseProbabilities } from './purchase-probabilities.ts';
import { quantileCount } from './quantile-count.ts';
import { quantileFen } from './quantile-fen.ts';
import type { RepeatHistory } from './repeat-history.ts';
import { valueDistribution } from './value-distribution.ts';

/** What the two fits said, refusals included: a refusal becomes the answer. */
export interface LifetimeModels {
  readonly purchases: FittedPurchases<BgNbd | ParetoNbd> | NotEnoughHistory;
  readonly spend: FittedSpend<GammaGamma> | NotEnoughHistory;
}

/**
 * From `low` to `high`, both included: at most half the remaining probability lies below, at most half above. Never
 * without the expected figure itself: a rare purchase has 0 to 0 as its quantiles, and an expectation above.
 */
interface Range<Unit extends number> {
  readonly low: Unit;
  readonly high: Unit;
}

/** What a customer is expected to buy over a horizon, with how far off that can be. */
export interface ExpectedLifetimeValue {
  readonly outcome: 'value';
  readonly rulesVersion: number;
  readonly horizonWeeks: number;
  /** Days with a purchase in the horizon. */
  readonly expectedPurchases: number;
  /** Money per such day, nearest fen. */
  readonly meanValueFen: Fen;
  /** Expected purchases × mean value, nearest fen; not discounted. */
  readonly valueFen: Fen;
  readonly interval: {
    /** At least this likely under the models; more where a figure is often 0. */
    readonly probability: number;
    /** Days with a purchase that will really happen. */
    readonly purchases: Range<number>;
    /** The customer's own long-run mean. */
    readonly meanValueFen: Range<Fen>;
    /** Money that will really be spent. */
    readonly valueFen: Range<Fen>;
  };
  /** Probability of no purchase at all in the horizon. */
  readonly probabilityOfNone: number;
  readonly probabilityAlive: ProbabilityAlive;
  /** Whose spending the mean value rests on: one-time buyers have none of their own that counts. */
  readonly spendBasis: 'own_and_population' | 'population';
}

/** The spend model's assumption does not hold in this cohort, so its product with a frequency would mislead. */
export interface SpendNotIndependent {
  readonly outcome: 'spend_not_independent';
  readonly correlation: number;
  readonly correlationBelow: number;
}

/**
 * What a customer is expected to buy in the next weeks, from the fitted models of a cohort: expected purchases × mean
 * value, each with an interval. Says that the history is not enough instead of guessing. For planning service and
 * budgets; never to vary a price or a term (PIPL art. 24).
 *
 * The intervals are quantiles of the predictive distributions, equal tails: purchases of BG/NBD or Pareto/NBD, mean
 * spend of Gamma-Gamma, and for the value their compound. They hold the chance of the future and what is unknown of
 * the customer, not the error of the fitted parameters, which is small beside them from the cohort size of the
 * rules on; `interval-coverage.spec.ts` measures it.
 *
 * @param history null when the customer never bought
 * @param models fitted on a cohort of the same kind, as of the same day
 * @param horizonWeeks above 0
 * @throws RangeError for an impossible history or horizon, or money beyond the safe range
 * @example
 * lifetimeValue(null, { purchases: fitBgNbd([]), spend: fitGammaGamma([]) }, 52) // => { outcome: 'not_enough_history', reason: 'never_purchased', have: null, need: null }
 */
export function lifetimeValue(
  history: RepeatHistory | null,
  models: LifetimeModels,
  horizonWeeks: number,
  rules: LifetimeRules = lifetimeRules,
): ExpectedLifetimeValue | NotEnoughHistory | SpendNotIndependent {
  checkWeeks(horizonWeeks);
  if (history === null) return notEnoughHistory('never_purchased');
  const { purchases, spend } = models;
  if (purchases.outcome !== 'fitted') return purchases;
  if (spend.outcome !== 'fitted') return spend;
  const refusal = refusalFor(checkTiming(history), purchases.cohortWeeks, horizonWeeks, rules);
  if (refusal !== null) return refusal;
  if (spend.correlation === null) return notEnoughHistory('independence_unknown');
  if (Math.abs(spend.correlation) >= rules.correlationBelow) {
    const { correlation } = spend;
    return { outcome: 'spend_not_independent', correlation, correlationBelow: rules.correlationBelow };
  }
  const meanFen = meanSpendFen(spend.model, history);
  if (meanFen === null) return notEnoughHistory('mean_spend_infinite');

  return valueFrom(purchases.model, spend.model, history, meanFen, horizonWeeks, rules);
}

function valueFrom(
  purchases: BgNbd | ParetoNbd,
  spend: GammaGamma,
  history: RepeatHistory,
  meanFen: number,
  horizonWeeks: number,
  rules: LifetimeRules,
): ExpectedLifetimeValue {
  const expected = expectedPurchases(purchases, history, horizonWeeks);
  const counts = purchaseProbabilities(purchases, history, horizonWeeks);
  const meanValueFen = fen(Math.round(meanFen));
  const valueFen = fen(Math.round(expected * meanFen));
  const below = (1 - rules.intervalProbability) / 2;
  const rangeFen = (distribution: (amountFen: number) => number, mean: Fen): Range<Fen> => ({
    low: fen(Math.min(quantileFen(distribution, below), mean)),
    high: fen(Math.max(quantileFen(distribution, 1 - below), mean)),
  });
  return {
    outcome: 'value',
    rulesVersion: rules.version,
    horizonWeeks,
    expectedPurchases: expected,
    meanValueFen,
    valueFen,
    interval: {
      probability: rules.intervalProbability,
      purchases: {
        low: Math.min(quantileCount(counts, below), Math.floor(expected)),
        high: Math.max(quantileCount(counts, 1 - below), Math.ceil(expected)),
      },
      meanValueFen: rangeFen(meanSpendDistribution(spend, history), meanValueFen),
      valueFen: rangeFen(valueDistribution(counts, spend, history), valueFen),
    },
    probabilityOfNone: counts[0] ?? 0,
    probabilityAlive: probabilityAlive(purchases, history),
    spendBasis: history.repeatPurchases === 0 ? 'population' : 'own_and_population',
  };
}

function refusalFor(
  history: RepeatHistory,
  cohortWeeks: number,
  horizonWeeks: number,
  rules: LifetimeRules,
): NotEnoughHistory | null {
  if (history.weeksObserved < rules.customerWeeks) {
    return notEnoughHistory('customer_too_young', history.weeksObserved, rules.customerWeeks);
  }
  if (horizonWeeks > cohortWeeks * rules.horizonsPerCohort) {
    return notEnoughHistory('horizon_too_long', cohortWeeks * rules.horizonsPerCohort, horizonWeeks);
  }
  if (history.repeatPurchases > 0 && history.repeatAmountFen <= 0) {
    return notEnoughHistory('spend_not_positive', history.repeatAmountFen, 1);
  }
  return null;
}
