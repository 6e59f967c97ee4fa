import { describe, expect, it } from '@jest/globals';
import {
  fitBgNbd,
  fitGammaGamma,
  fitParetoNbd,
  lifetimeValue,
  purchaseProbabilities,
  type BgNbd,
  type GammaGamma,
  type LifetimeModels,
  type ParetoNbd,
} from '../index.ts';
import { seededRandom } from './testing/random-draws.ts';
import { simulateCustomers, type SimulatedCustomer } from './testing/simulate-customers.ts';
import { valueDistribution } from './value-distribution.ts';

const bgNbd: BgNbd = { kind: 'bg-nbd', r: 0.243, alphaWeeks: 4.414, a: 0.793, b: 2.426 };
const busyBgNbd: BgNbd = { kind: 'bg-nbd', r: 1.5, alphaWeeks: 8, a: 0.8, b: 8 };
const paretoNbd: ParetoNbd = {
  kind: 'pareto-nbd',
  r: 0.553,
  alphaWeeks: 10.578,
  s: 0.606,
  betaWeeks: 11.669,
};
const spend: GammaGamma = { p: 6.25, q: 3.74, vFen: 1544 };
const HORIZON_WEEKS = 39;

interface Coverage {
  readonly customers: number;
  /** Share of customers whose real figure lay in the interval. */
  readonly purchases: number;
  readonly meanValue: number;
  readonly value: number;
  /** Share whose real value lay above and below its interval. */
  readonly above: number;
  readonly below: number;
  /** Largest distance between the ranks of the real values in their distributions and even ranks. */
  readonly unevenness: number;
}

function simulate(truth: BgNbd | ParetoNbd, customers: number, seed: number): SimulatedCustomer[] {
  return simulateCustomers(seededRandom(seed), {
    purchases: truth,
    spend,
    customers,
    weeksObserved: { from: 27, to: 39 },
    horizonWeeks: HORIZON_WEEKS,
  });
}

/** The models as the firm would have them: fitted on what is seen of the cohort, not the true parameters. */
function fit(truth: BgNbd | ParetoNbd, cohort: readonly SimulatedCustomer[]): LifetimeModels {
  const histories = cohort.map(({ history }) => history);
  return {
    purchases: truth.kind === 'bg-nbd' ? fitBgNbd(histories) : fitParetoNbd(histories),
    spend: fitGammaGamma(histories),
  };
}

function measure(cohorts: readonly { cohort: SimulatedCustomer[]; models: LifetimeModels }[]): Coverage {
  const random = seededRandom(99);
  const ranks: number[] = [];
  const hits = { purchases: 0, meanValue: 0, value: 0, above: 0, below: 0 };
  for (const { cohort, models } of cohorts) {
    if (models.purchases.outcome !== 'fitted' || models.spend.outcome !== 'fitted')
      throw new Error('not fitted');
    for (const { history, future } of cohort) {
      const answer = lifetimeValue(history, models, HORIZON_WEEKS);
      if (answer.outcome !== 'value') throw new Error(answer.outcome);
      const { purchases, meanValueFen, valueFen } = answer.interval;
      if (future.purchases >= purchases.low && future.purchases <= purchases.high) hits.purchases += 1;
      if (future.meanValueFen >= meanValueFen.low && future.meanValueFen <= meanValueFen.high)
        hits.meanValue += 1;
      if (future.valueFen > valueFen.high) hits.above += 1;
      else if (future.valueFen < valueFen.low) hits.below += 1;
      else hits.value += 1;
      const distribution = valueDistribution(
        purchaseProbabilities(models.purchases.model, history, HORIZON_WEEKS),
        models.spend.model,
        history,
      );
      // Half the customers buy nothing: their ranks are spread over the probability of that.
      ranks.push(future.valueFen === 0 ? random() * distribution(0) : distribution(future.valueFen));
    }
  }
  ranks.sort((one, other) => one - other);
  const customers = ranks.length;
  return {
    customers,
    purchases: hits.purchases / customers,
    meanValue: hits.meanValue / customers,
    value: hits.value / customers,
    above: hits.above / customers,
    below: hits.below / customers,
    unevenness: Math.max(...ranks.map((rank, index) => Math.abs(rank - (index + 0.5) / customers))),
  };
}

function coverageOf(truth: BgNbd | ParetoNbd, customers: number, seeds: readonly number[]): Coverage {
  return measure(
    seeds.map((seed) => {
      const cohort = simulate(truth, customers, seed);
      return { cohort, models: fit(truth, cohort) };
    }),
  );
}

describe('the interval beside a lifetime value', () => {
  // Bounds: 0.8 and its tails of 0.1, less the error of the fit and of chance. Purchases and value cover more than
  // 0.8, because below 0 there is nothing to miss.
  it.each([
    ['BG/NBD, 1,500 customers like CDNOW’s', bgNbd, 1500, [11]],
    ['Pareto/NBD, 1,500 customers like CDNOW’s', paretoNbd, 1500, [21]],
    ['BG/NBD, as few customers as the rules allow, who buy often', busyBgNbd, 500, [31, 32, 33, 34]],
  ])('B-06 holds what really happens as often as it says: %s', (_what, truth, customers, seeds) => {
    const coverage = coverageOf(truth, customers, seeds);
    process.stderr.write(`interval coverage, ${_what}: ${JSON.stringify(coverage)}\n`);
    expect(coverage.value).toBeGreaterThan(0.8);
    expect(coverage.purchases).toBeGreaterThan(0.8);
    expect(Math.abs(coverage.meanValue - 0.8)).toBeLessThan(0.05);
    expect(coverage.above).toBeLessThan(0.12);
    expect(coverage.below).toBeLessThan(0.12);
    expect(coverage.unevenness).toBeLessThan(0.04);
  });

  it('B-06 would notice customers who stop earlier than the models say', () => {
    const cohort = simulate(busyBgNbd, 1000, 41);
    const models = fit(busyBgNbd, cohort);
    if (models.purchases.outcome !== 'fitted' || models.purchases.model.kind !== 'bg-nbd') throw new Error();
    const { model } = models.purchases;
    const hopeful: BgNbd = { ...model, a: model.a / 4 };
    const coverage = measure([
      { cohort, models: { ...models, purchases: { ...models.purchases, model: hopeful } } },
    ]);
    process.stderr.write(`interval coverage, hopeful: ${JSON.stringify(coverage)}\n`);
    expect(coverage.unevenness).toBeGreaterThan(0.06);
  });
});
