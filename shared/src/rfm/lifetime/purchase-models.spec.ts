import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  expectedPurchases,
  probabilityAlive,
  purchaseProbabilities,
  type BgNbd,
  type ParetoNbd,
  type PurchaseTiming,
} from '../index.ts';
import { bgNbdLogLikelihood } from './bg-nbd-log-likelihood.ts';
import { paretoNbdLogLikelihood } from './pareto-nbd-log-likelihood.ts';

/** The rounded parameters of the papers, for CDNOW. */
const bgNbd: BgNbd = { kind: 'bg-nbd', r: 0.243, alphaWeeks: 4.414, a: 0.793, b: 2.426 };
const paretoNbd: ParetoNbd = {
  kind: 'pareto-nbd',
  r: 0.553,
  alphaWeeks: 10.578,
  s: 0.606,
  betaWeeks: 11.669,
};
const timing = (x: number, weeksFirstToLast: number, weeksObserved: number): PurchaseTiming => ({
  repeatPurchases: x,
  weeksFirstToLast,
  weeksObserved,
});
const newcomer = timing(0, 0, 0);
/** Relative where the figure is large, absolute where it is small. */
const isNear = (actual: number | undefined, expected: number, tolerance = 1e-8): void =>
  expect(Math.abs((actual ?? NaN) - expected)).toBeLessThan(tolerance * Math.max(1, Math.abs(expected)));

describe('models of when customers buy', () => {
  it('B-06 expects what the paper’s spreadsheet expects of a customer under BG/NBD', () => {
    expect(expectedPurchases(bgNbd, timing(2, 30.43, 38.86), 39)).toBeCloseTo(1.226, 3);
    expect(purchaseProbabilities(bgNbd, newcomer, 39)[0]).toBeCloseTo(0.5737864, 7);
    expect(purchaseProbabilities(bgNbd, newcomer, 2)[10]).toBeCloseTo(1.07869e-7, 11);
  });

  it('B-06 gives the published probabilities of 11 to 20 purchases in 30 weeks', () => {
    const published = [
      0.0019995214, 0.0015170236, 0.001163315, 0.0009003148, 0.0007023638, 0.0005517902, 0.0004361913,
      0.0003467171, 0.0002769613, 0.000222226,
    ];
    const probabilities = purchaseProbabilities(bgNbd, newcomer, 30);
    published.forEach((expected, index) => {
      expect(Math.abs((probabilities[11 + index] ?? NaN) - expected)).toBeLessThan(1e-9);
    });
  });

  it('B-06 gives the published Pareto/NBD figures of a frequent buyer', () => {
    expect(expectedPurchases(paretoNbd, timing(26, 30.86, 31), 52)).toBeCloseTo(25.46, 2);
    expect(probabilityAlive(paretoNbd, timing(26, 30.86, 31)).value).toBeCloseTo(0.9979, 4);
  });

  // ln L, P(alive), E[Y(52)] and P(Y(52) = n), mpmath 1.3 at 50 digits from the papers' own formulas: the closed forms
  // with ₂F₁ for BG/NBD, quadrature of A₀ and of the moment of stopping for Pareto/NBD.
  it.each([
    [0, 0, 38.86, 3, -0.5547132764, 1, 0.2520730223, 0.01045876671],
    [1, 1.71, 38.86, 3, -4.469093275, 0.2121009854, 0.2598234649, 0.01571128996],
    [2, 30.43, 38.86, 3, -9.458606307, 0.7265785701, 1.558720806, 0.09395018525],
    [40, 30, 31, 30, -39.22323437, 0.9428447169, 38.1913357, 0.007445763629],
    [100, 30, 38.86, 100, -3.262021825, 1.359912418e-8, 1.174383616e-6, 1.221669366e-10],
    [200, 38, 38.86, 200, 100.4954582, 0.8202108987, 141.1534299, 0.002627236777],
    [500, 38.5, 38.86, 500, 716.8139219, 0.9063972772, 389.1117081, 0.0005099497772],
    [500, 38.86, 38.86, 500, 716.7172245, 0.9984210076, 428.6170242, 0.0005617234111],
  ])(
    'B-06 keeps its digits under BG/NBD for x %d, t_x %d, T %d',
    (x, first, observed, n, likelihood, alive, expectation, probability) => {
      const history = timing(x, first, observed);
      isNear(bgNbdLogLikelihood(bgNbd, history), likelihood, 1e-9);
      if (x > 0) isNear(probabilityAlive(bgNbd, history).value ?? NaN, alive);
      isNear(expectedPurchases(bgNbd, history, 52), expectation);
      isNear(purchaseProbabilities(bgNbd, history, 52)[n], probability, 1e-10);
    },
  );

  it.each([
    [0, 0, 38.86, 3, -0.5210462941, 0.2952866046, 0.1362010059, 0.007391087764],
    [1, 1.71, 38.86, 3, -4.450194334, 0.1680023267, 0.2176196913, 0.01355915495],
    [2, 30.43, 38.86, 3, -9.554283245, 0.8691675592, 1.850826721, 0.1041504444],
    [40, 30, 31, 30, -42.42729586, 0.9758797021, 38.02269124, 0.008759803507],
    [100, 30, 38.86, 100, -15.77631655, 3.619761189e-7, 3.0358925e-5, 6.607490603e-9],
    [200, 38, 38.86, 200, 78.59657323, 0.9110835771, 152.4048609, 0.01089549593],
    [500, 38.5, 38.86, 500, 656.0208354, 0.9570204545, 399.5606643, 0.005933466486],
    [500, 38.86, 38.86, 500, 655.9769049, 1, 417.5048322, 0.006199936959],
  ])(
    'B-06 keeps its digits under Pareto/NBD for x %d, t_x %d, T %d',
    (x, first, observed, n, likelihood, alive, expectation, probability) => {
      const history = timing(x, first, observed);
      isNear(paretoNbdLogLikelihood(paretoNbd, history), likelihood, 1e-9);
      isNear(probabilityAlive(paretoNbd, history).value ?? NaN, alive);
      isNear(expectedPurchases(paretoNbd, history, 52), expectation);
      isNear(purchaseProbabilities(paretoNbd, history, 52)[n], probability, 1e-10);
    },
  );

  it.each([
    ['α < β', 0.3, 0.5, 3, 100, 3, 15, -10.6306051027, 0.818399019],
    ['α < β', 0.3, 0.5, 3, 100, 500, 19, 1112.13144563, 1.349832515e-8],
    ['α > β', 2, 30, 0.4, 2, 3, 15, -10.4037532687, 0.8736536408],
    ['α > β', 2, 30, 0.4, 2, 500, 19, 663.443680434, 0.02046727635],
    ['α = β', 1, 10, 1, 10, 0, 0, -0.587786664902, 0.2],
    ['α = β', 1, 10, 1, 10, 500, 19, 919.334542232, 2.039952013e-5],
  ])(
    'B-06 keeps its digits under Pareto/NBD for %s (r %d, α %d, s %d, β %d, x %d)',
    (_case, r, alphaWeeks, s, betaWeeks, x, first, likelihood, alive) => {
      const model: ParetoNbd = { kind: 'pareto-nbd', r, alphaWeeks, s, betaWeeks };
      isNear(paretoNbdLogLikelihood(model, timing(x, first, 20)), likelihood, 1e-9);
      isNear(probabilityAlive(model, timing(x, first, 20)).value ?? NaN, alive);
    },
  );

  it('B-06 has no exception at a = 1 and s = 1, where the closed forms divide by zero', () => {
    const history = timing(2, 30.43, 38.86);
    const a = (value: number) => expectedPurchases({ ...bgNbd, a: value }, history, 39);
    const s = (value: number) => expectedPurchases({ ...paretoNbd, s: value }, history, 39);
    isNear(a(1), (a(1 - 1e-4) + a(1 + 1e-4)) / 2, 1e-7);
    isNear(s(1), (s(1 - 1e-4) + s(1 + 1e-4)) / 2, 1e-7);
  });

  it('B-06 gives probabilities that add up to one and have the expectation as their mean, up to x = 500', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(bgNbd, paretoNbd),
        fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 6, max: 500 })),
        fc.double({ min: 0.02, max: 1, noNaN: true }),
        fc.double({ min: 0.5, max: 200, noNaN: true }),
        fc.double({ min: 0.1, max: 104, noNaN: true }),
        (model, x, share, observed, weeks) => {
          const history = timing(x, x === 0 ? 0 : share * observed, observed);
          const probabilities = purchaseProbabilities(model, history, weeks);
          const mass = probabilities.reduce((sum, each) => sum + each, 0);
          const mean = probabilities.reduce((sum, each, count) => sum + count * each, 0);
          isNear(mass, 1, 1e-9);
          isNear(mean, expectedPurchases(model, history, weeks), 1e-6);
          expect(probabilities.every((each) => each >= 0)).toBe(true);
          expect(expectedPurchases(model, history, weeks * 1.1)).toBeGreaterThanOrEqual(mean * (1 - 1e-6));
        },
      ),
      { seed: 6, numRuns: 150 },
    );
  });

  it('B-06 does not tell P(alive) of a one-time buyer from BG/NBD, and says why', () => {
    const history = timing(0, 0, 38.86);
    expect(probabilityAlive(bgNbd, history)).toEqual({ value: null, why: 'one_time_buyer' });
    expect(probabilityAlive(paretoNbd, history).value).toBeCloseTo(0.2953, 4);
  });

  it.each([
    ['a fraction of a purchase', 1.5, 1, 2],
    ['fewer than no purchases', -1, 0, 2],
    ['a last purchase after the end', 1, 3, 2],
    ['a repeat purchase without time', 1, 0, 2],
    ['time between one purchase', 0, 1, 2],
    ['no number', 1, Number.NaN, 2],
    ['endless observation', 1, 1, Number.POSITIVE_INFINITY],
  ])('B-06 refuses a history with %s', (_what, x, first, observed) => {
    for (const model of [bgNbd, paretoNbd]) {
      const history = timing(x, first, observed);
      expect(() => expectedPurchases(model, history, 39)).toThrow(RangeError);
      expect(() => purchaseProbabilities(model, history, 39)).toThrow(RangeError);
      expect(() => probabilityAlive(model, history)).toThrow(RangeError);
    }
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('B-06 refuses a horizon of %d weeks', (weeks) => {
    expect(() => expectedPurchases(bgNbd, newcomer, weeks)).toThrow(RangeError);
    expect(() => purchaseProbabilities(paretoNbd, newcomer, weeks)).toThrow(RangeError);
  });
});
