import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fen } from '../../money/index.ts';
import {
  expectedPurchases,
  fitBgNbd,
  lifetimeRules,
  lifetimeValue,
  meanSpendFen,
  type BgNbd,
  type ExpectedLifetimeValue,
  type LifetimeModels,
  type LifetimeRules,
  type ParetoNbd,
  type RepeatHistory,
} from '../index.ts';
import { quantileFen } from './quantile-fen.ts';
import { valueDistribution } from './value-distribution.ts';

const bgNbd: BgNbd = { kind: 'bg-nbd', r: 0.243, alphaWeeks: 4.414, a: 0.793, b: 2.426 };
const paretoNbd: ParetoNbd = {
  kind: 'pareto-nbd',
  r: 0.553,
  alphaWeeks: 10.578,
  s: 0.606,
  betaWeeks: 11.669,
};
const gammaGamma = { p: 6.25, q: 3.74, vFen: 1544 };

const fitted = (purchases: BgNbd | ParetoNbd, spend = gammaGamma, correlation: number | null = 0.11) =>
  ({
    purchases: {
      outcome: 'fitted',
      model: purchases,
      logLikelihood: -9582,
      customers: 2357,
      repeatBuyers: 946,
      cohortWeeks: 38.86,
    },
    spend: {
      outcome: 'fitted',
      model: spend,
      logLikelihood: -8412,
      customers: 2357,
      repeatBuyers: 946,
      correlation,
    },
  }) satisfies LifetimeModels;

const history = (x: number, first: number, observed: number, amount: number): RepeatHistory => ({
  repeatPurchases: x,
  weeksFirstToLast: first,
  weeksObserved: observed,
  repeatAmountFen: fen(amount),
});

function valueOf(
  customer: RepeatHistory,
  models: LifetimeModels,
  weeks: number,
  rules: LifetimeRules = lifetimeRules,
): ExpectedLifetimeValue {
  const answer = lifetimeValue(customer, models, weeks, rules);
  if (answer.outcome !== 'value') throw new Error(`no value: ${JSON.stringify(answer)}`);
  return answer;
}

describe('lifetime value', () => {
  it('B-06 is expected purchases times mean spend in whole fen, with an interval beside each', () => {
    const customer = history(2, 30.43, 38.86, 4469);
    const value = valueOf(customer, fitted(bgNbd), 39);
    const meanFen = meanSpendFen(gammaGamma, customer) ?? NaN;
    expect(value.expectedPurchases).toBeCloseTo(1.226, 3);
    expect(value.meanValueFen).toBe(Math.round(meanFen));
    expect(value.valueFen).toBe(Math.round(meanFen * value.expectedPurchases));
    expect(value.interval).toEqual({
      probability: 0.8,
      purchases: { low: 0, high: 3 },
      meanValueFen: { low: 1743, high: 3316 },
      valueFen: { low: 0, high: 8500 },
    });
    expect(value.probabilityAlive.value).toBeCloseTo(0.7266, 4);
    expect(value.probabilityOfNone).toBeCloseTo(0.4454, 4);
    expect(value.spendBasis).toBe('own_and_population');
  });

  // Beside four million lives drawn from the posterior with numpy 2.4.
  it('B-06 has the interval that simulated lives have', () => {
    const under = valueOf(history(2, 30.43, 38.86, 4469), fitted(bgNbd), 39).interval;
    expect(Math.abs(under.valueFen.high / 8510.6 - 1)).toBeLessThan(0.005);
    const busy = valueOf(history(20, 36, 38, 60_000), fitted(paretoNbd), 39);
    expect(busy.interval.purchases).toEqual({ low: 2, high: 22 });
    expect(Math.abs(busy.interval.valueFen.low / 5445.1 - 1)).toBeLessThan(0.005);
    expect(Math.abs(busy.interval.valueFen.high / 68_710.5 - 1)).toBeLessThan(0.005);
    expect(Math.abs(busy.interval.meanValueFen.low / 2681 - 1)).toBeLessThan(0.005);
    expect(Math.abs(busy.interval.meanValueFen.high / 3361.7 - 1)).toBeLessThan(0.005);
    expect(busy.probabilityOfNone).toBeCloseTo(0.0657, 3);
  });

  it('B-06 values a one-time buyer by the population’s spend, and tells no P(alive) under BG/NBD', () => {
    const value = valueOf(history(0, 0, 38.86, 0), fitted(bgNbd), 39);
    expect(value.meanValueFen).toBe(3522); // 6.25 × 15.44 / 2.74 yuan
    expect(value.spendBasis).toBe('population');
    expect(value.probabilityAlive).toEqual({ value: null, why: 'one_time_buyer' });
    const underPareto = valueOf(history(0, 0, 38.86, 0), fitted(paretoNbd), 39);
    expect(underPareto.probabilityAlive.value).toBeCloseTo(0.2953, 4);
  });

  it('B-06 holds the value inside its interval for every history, model and horizon', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(bgNbd, paretoNbd),
        fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 5, max: 500 })),
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        fc.double({ min: 4, max: 38.86, noNaN: true }),
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.double({ min: 1, max: 77, noNaN: true }),
        (purchases, x, share, observed, amount, weeks) => {
          const customer = history(x, x === 0 ? 0 : share * observed, observed, x === 0 ? 0 : amount);
          const { interval, ...value } = valueOf(customer, fitted(purchases), weeks);
          const ranges = [
            [interval.purchases, value.expectedPurchases],
            [interval.meanValueFen, value.meanValueFen],
            [interval.valueFen, value.valueFen],
          ] as const;
          for (const [{ low, high }, figure] of ranges) {
            expect(low).toBeGreaterThanOrEqual(0);
            expect(low).toBeLessThanOrEqual(figure);
            expect(high).toBeGreaterThanOrEqual(figure);
            expect(Number.isSafeInteger(low) && Number.isSafeInteger(high)).toBe(true);
          }
          expect(value.expectedPurchases).toBe(expectedPurchases(purchases, customer, weeks));
        },
      ),
      { seed: 6, numRuns: 120 },
    );
  });

  it('B-06 opens the interval wider for a greater probability', () => {
    const customer = history(20, 36, 38, 60_000);
    const at = (intervalProbability: number) =>
      valueOf(customer, fitted(paretoNbd), 39, { ...lifetimeRules, intervalProbability }).interval.valueFen;
    expect(at(0.5).low).toBeGreaterThan(at(0.8).low);
    expect(at(0.8).low).toBeGreaterThan(at(0.95).low);
    expect(at(0.5).high).toBeLessThan(at(0.8).high);
    expect(at(0.8).high).toBeLessThan(at(0.95).high);
  });

  it('B-06 knows the distribution of the value: none at 0, the mean as the area above it', () => {
    const customer = history(5, 30, 38, 15_000);
    const probabilities = [0.2, 0.3, 0.4, 0.1];
    const distribution = valueDistribution(probabilities, gammaGamma, customer);
    expect(distribution(0)).toBe(0.2);
    let area = 0;
    for (let amount = 5; amount < 1_000_000; amount += 10) area += 10 * (1 - distribution(amount));
    expect(area / (1.4 * (meanSpendFen(gammaGamma, customer) ?? NaN))).toBeCloseTo(1, 4);
    const median = quantileFen(distribution, 0.5);
    expect(distribution(median)).toBeGreaterThanOrEqual(0.5);
    expect(distribution(median - 1)).toBeLessThan(0.5);
  });

  it('B-06 stands 500 purchases of 10 million yuan', () => {
    const value = valueOf(history(500, 38, 38.86, 500 * 1_000_000_000), fitted(bgNbd), 52);
    expect(value.meanValueFen).toBeGreaterThan(999_000_000);
    expect(Number.isSafeInteger(value.interval.valueFen.high)).toBe(true);
  });

  it.each([
    ['never bought', null, 39, 'never_purchased', null, null],
    ['bought for the first time 3 weeks ago', history(0, 0, 3, 0), 39, 'customer_too_young', 3, 4],
    [
      'is to be foretold further than the cohort reaches',
      history(0, 0, 30, 0),
      78,
      'horizon_too_long',
      77.72,
      78,
    ],
    ['got all the money back', history(1, 2, 30, 0), 39, 'spend_not_positive', 0, 1],
  ] as const)(
    'B-06 says “not enough history” of a customer who %s',
    (_who, customer, weeks, reason, have, need) => {
      const answer = lifetimeValue(customer, fitted(bgNbd), weeks);
      expect(answer).toEqual({ outcome: 'not_enough_history', reason, have, need });
    },
  );

  it('B-06 says “not enough history” when a model could not be fitted', () => {
    const refused = fitBgNbd([]);
    const { purchases, spend } = fitted(bgNbd);
    const customer = history(2, 30, 38, 5000);
    expect(lifetimeValue(customer, { purchases: refused, spend }, 39)).toEqual(refused);
    if (refused.outcome === 'fitted') throw new Error('fitted on nothing');
    expect(lifetimeValue(customer, { purchases, spend: refused }, 39)).toEqual(refused);
  });

  it('B-06 shows no value where money depends on frequency, either way, nor where that cannot be checked', () => {
    const customer = history(2, 30, 38, 5000);
    const outcomeAt = (correlation: number | null) =>
      lifetimeValue(customer, fitted(bgNbd, gammaGamma, correlation), 39);
    expect(outcomeAt(0.3)).toEqual({
      outcome: 'spend_not_independent',
      correlation: 0.3,
      correlationBelow: 0.3,
    });
    expect(outcomeAt(-0.31).outcome).toBe('spend_not_independent');
    expect(outcomeAt(0.299).outcome).toBe('value');
    expect(outcomeAt(null)).toMatchObject({ outcome: 'not_enough_history', reason: 'independence_unknown' });
  });

  it('B-06 shows no value where the mean spend is infinite', () => {
    const heavyTailed = { ...gammaGamma, q: 0.9 };
    expect(lifetimeValue(history(0, 0, 38, 0), fitted(bgNbd, heavyTailed), 39)).toMatchObject({
      outcome: 'not_enough_history',
      reason: 'mean_spend_infinite',
    });
    expect(lifetimeValue(history(1, 9, 38, 5000), fitted(bgNbd, heavyTailed), 39).outcome).toBe('value');
  });

  it('B-06 refuses an impossible history or horizon', () => {
    expect(() => lifetimeValue(history(1, 39, 38, 5000), fitted(bgNbd), 39)).toThrow(RangeError);
    expect(() => lifetimeValue(history(1, 9, 38, 5000), fitted(bgNbd), 0)).toThrow(RangeError);
    expect(() => lifetimeValue(null, fitted(bgNbd), -1)).toThrow(RangeError);
  });
});
