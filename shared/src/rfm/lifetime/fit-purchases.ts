import { checkTiming } from './check-timing.ts';
import { notEnoughHistory, type FittedPurchases, type NotEnoughHistory } from './fit.ts';
import type { LifetimeRules } from './lifetime-rules.ts';
import { maximiseLikelihood } from './maximise-likelihood.ts';
import type { PurchaseTiming } from './repeat-history.ts';

/** How a family of models is fitted. */
interface Family<Model> {
  readonly modelOf: (parameters: readonly number[]) => Model;
  readonly logLikelihood: (model: Model, timing: PurchaseTiming) => number;
  /** A plausible start for customers observed for so many weeks on average. */
  readonly startFor: (meanWeeks: number) => readonly number[];
}

/**
 * Fits a model of when customers buy by maximum likelihood, or says what is missing. Customers with the same timing
 * are counted once with their number: one-time buyers of one day all have the same.
 *
 * @throws RangeError for an impossible history
 * @example
 * const family = { modelOf: ([rate = NaN]: readonly number[]) => rate, logLikelihood: () => 0, startFor: () => [1] };
 * fitPurchases([], lifetimeRules, family) // => { outcome: 'not_enough_history', reason: 'too_few_customers', have: 0, need: 500 }
 */
export function fitPurchases<Model>(
  timings: readonly PurchaseTiming[],
  rules: LifetimeRules,
  { modelOf, logLikelihood, startFor }: Family<Model>,
): FittedPurchases<Model> | NotEnoughHistory {
  const customers = timings.length;
  let repeatBuyers = 0;
  let cohortWeeks = 0;
  let allWeeks = 0;
  for (const timing of timings) {
    checkTiming(timing);
    if (timing.repeatPurchases > 0) repeatBuyers += 1;
    cohortWeeks = Math.max(cohortWeeks, timing.weeksObserved);
    allWeeks += timing.weeksObserved;
  }
  if (customers < rules.customers) return notEnoughHistory('too_few_customers', customers, rules.customers);
  if (repeatBuyers < rules.repeatBuyers) {
    return notEnoughHistory('too_few_repeat_buyers', repeatBuyers, rules.repeatBuyers);
  }
  if (cohortWeeks < rules.cohortWeeks) {
    return notEnoughHistory('cohort_too_young', cohortWeeks, rules.cohortWeeks);
  }
  const kinds = countAlike(timings);
  const found = maximiseLikelihood(
    (parameters) => {
      const model = modelOf(parameters);
      return kinds.reduce((sum, { timing, count }) => sum + count * logLikelihood(model, timing), 0);
    },
    startFor(allWeeks / customers),
  );
  if (found === null) return notEnoughHistory('no_maximum');
  return {
    outcome: 'fitted',
    model: modelOf(found.parameters),
    logLikelihood: found.logLikelihood,
    customers,
    repeatBuyers,
    cohortWeeks,
  };
}

function countAlike(timings: readonly PurchaseTiming[]): { timing: PurchaseTiming; count: number }[] {
  const kinds = new Map<string, { timing: PurchaseTiming; count: number }>();
  for (const timing of timings) {
    const key = `${timing.repeatPurchases} ${timing.weeksFirstToLast} ${timing.weeksObserved}`;
    const kind = kinds.get(key);
    if (kind === undefined) kinds.set(key, { timing, count: 1 });
    else kind.count += 1;
  }
  return [...kinds.values()];
}
