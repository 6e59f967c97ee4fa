import { hypergeometricOne } from './hypergeometric-one.ts';
import { logGamma } from './log-gamma.ts';

// Read once: in a sandbox such as Jest's each look-up of a global costs more than the function itself.
const { exp, log, log1p } = Math;

/**
 * Regularised incomplete beta function I_x(a, b): the probability that a Beta(a, b) variable is at most x.
 * I_x = x^a (1 − x)^b / (a B(a, b)) · ₂F₁(1, a + b; a + 1; x), on the side of the mean where it converges fast.
 * Source: NIST DLMF 8.17.2, 8.17.4 and 8.17.8.
 *
 * @param x 0 ≤ x ≤ 1
 * @param a above 0
 * @param b above 0
 * @throws RangeError outside the domain
 * @example
 * regularisedBeta(0.5, 2, 3).toFixed(9) // => '0.687500000'
 */
export function regularisedBeta(x: number, a: number, b: number): number {
  if (!(x >= 0 && x <= 1)) throw new RangeError(`regularisedBeta needs 0 ≤ x ≤ 1, not ${x}`);
  if (x === 0 || x === 1) return x;
  const logFactor = logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log1p(-x);
  const isUpper = x > (a + 1) / (a + b + 2);
  return isUpper
    ? 1 - (exp(logFactor) * hypergeometricOne(a + b, b + 1, 1 - x)) / b
    : (exp(logFactor) * hypergeometricOne(a + b, a + 1, x)) / a;
}
