import { describe, expect, it } from '@jest/globals';
import { gaussLegendre } from './gauss-legendre.ts';
import { hypergeometricOne } from './hypergeometric-one.ts';
import { logGamma } from './log-gamma.ts';
import { nelderMead } from './nelder-mead.ts';
import { regularisedBeta } from './regularised-beta.ts';
import { regularisedGamma } from './regularised-gamma.ts';

/** Reference values computed with mpmath 1.3 at 60 digits. */
describe('the functions under the lifetime models', () => {
  it.each([
    [1e-8, 18.420680738180209],
    [0.243, 1.3180435846996698],
    [1, 0],
    [2.5, 0.28468287047291916],
    [9.99, 12.779315214350193],
    [500, 2605.1158503617339],
    [1234.5, 7550.5509010778949],
    [1e9, 19723265827.503717],
  ])('B-06 knows ln Γ(%d)', (x, expected) => {
    expect(Math.abs(logGamma(x) - expected)).toBeLessThan(1e-14 * Math.max(1, expected));
  });

  it.each([
    [1, 2, 0.5, 1.3862943611198906],
    [1.606, 502.159, 0.99, 1.0031825590034186],
    [500.553, 502.159, 0.99, 78.255393160106361],
    [40.553, 42.159, 0.9999, 63.179169170339521],
    [0.553, 2.159, 0.093, 1.0249762821659479],
    [1.4, 3.4, 0.999, 2.3808725575653208],
    [1.4, 3.4, 0, 1],
  ])('B-06 knows ₂F₁(1, %d; %d; %d), near 1 and for 500 purchases too', (b, c, z, expected) => {
    expect(Math.abs(hypergeometricOne(b, c, z) / expected - 1)).toBeLessThan(1e-12);
  });

  it.each([
    [0.5, 2, 3, 0.6875],
    [0.01, 6.25, 3.74, 2.16956577135141e-11],
    [0.6, 625, 3128.74, 1],
    [0.17, 625, 3128.74, 0.719727358884495],
    [0.999, 0.3, 0.05, 0.381042155883112],
    [0.3, 6250, 14000, 0.00374340179464141],
    [0, 2, 3, 0],
    [1, 2, 3, 1],
  ])('B-06 knows the beta distribution at %d for a %d, b %d', (x, a, b, expected) => {
    expect(Math.abs(regularisedBeta(x, a, b) - expected)).toBeLessThan(1e-11);
  });

  it.each([
    [1, 2, 0.864664716763387],
    [3.74, 1.2, 0.0479931179476716],
    [3.74, 20, 0.999998010243908],
    [3128.74, 3000, 0.00995704300180342],
    [0.05, 0.001, 0.727179229052923],
    [2, 0, 0],
  ])('B-06 knows the gamma distribution of shape %d at %d', (a, x, expected) => {
    expect(Math.abs(regularisedGamma(a, x) - expected)).toBeLessThan(1e-11);
  });

  it('B-06 refuses what these functions are not defined for', () => {
    expect(() => logGamma(0)).toThrow(RangeError);
    expect(() => logGamma(Number.POSITIVE_INFINITY)).toThrow(RangeError);
    expect(() => hypergeometricOne(1, 2, 1)).toThrow(RangeError);
    expect(() => hypergeometricOne(1, 1, 0.5)).toThrow(RangeError);
    expect(() => regularisedBeta(1.1, 1, 1)).toThrow(RangeError);
    expect(() => regularisedGamma(1, -1)).toThrow(RangeError);
  });

  it('B-06 integrates a polynomial of degree 127 exactly with 64 nodes', () => {
    const nodes = gaussLegendre(64);
    const integral = nodes.reduce((sum, { at, weight }) => sum + weight * at ** 127, 0);
    expect(Math.abs(integral * 128 - 1)).toBeLessThan(1e-12);
    expect(nodes.every(({ at, weight }) => at > 0 && at < 1 && weight > 0)).toBe(true);
  });

  it('B-06 finds the bottom of the curved valley of Rosenbrock', () => {
    const found = nelderMead(([x = NaN, y = NaN]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2, [-1.2, 1]);
    expect(found.hasConverged).toBe(true);
    expect(found.point[0]).toBeCloseTo(1, 4);
    expect(found.point[1]).toBeCloseTo(1, 4);
  });

  it('B-06 searches round a region without values, and says when the search does not end', () => {
    const walled = nelderMead(([x = NaN]) => (x < 0 ? Number.POSITIVE_INFINITY : (x + 1) ** 2), [3]);
    expect(walled.point[0]).toBeCloseTo(0, 3);
    expect(nelderMead(([x = NaN]) => -x, [0])).toMatchObject({ evaluations: 1500, hasConverged: false });
    const lost = nelderMead(
      ([x = NaN]) => -x,
      [0],
      ([x = NaN]) => x > 5,
    );
    expect(lost.hasConverged).toBe(false);
    expect(lost.evaluations).toBeLessThan(30);
  });
});
