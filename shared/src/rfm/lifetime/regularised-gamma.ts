import { logGamma } from './log-gamma.ts';

// Read once: in a sandbox such as Jest's each look-up of a global costs more than the function itself.
const { abs, exp, log } = Math;

const PRECISION = 1e-15;
const LARGEST_STEP = 100_000;

/**
 * Regularised lower incomplete gamma function P(a, x): the probability that a Gamma variable of shape a and rate 1
 * is at most x. A power series below a + 1, Legendre's continued fraction above.
 * Source: NIST DLMF 8.7.1 and 8.9.2.
 *
 * @param a above 0
 * @param x at least 0
 * @throws RangeError outside the domain
 * @example
 * // P(1, x) = 1 − exp(−x)
 * regularisedGamma(1, 2).toFixed(9) // => '0.864664717'
 */
export function regularisedGamma(a: number, x: number): number {
  if (!(x >= 0 && x < Number.POSITIVE_INFINITY))
    throw new RangeError(`regularisedGamma needs x ≥ 0, not ${x}`);
  if (x === 0) return 0;
  const factor = exp(a * log(x) - x - logGamma(a));
  return x < a + 1 ? factor * series(a, x) : 1 - factor * fraction(a, x);
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n <= LARGEST_STEP; n += 1) {
    term *= x / (a + n);
    sum += term;
    if (term < sum * PRECISION) return sum;
  }
  throw new RangeError(`regularisedGamma does not converge for a ${a}, x ${x}`);
}

function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let numerator = 1 / Number.MIN_VALUE ** 0.5;
  let denominator = 1 / b;
  let value = denominator;
  for (let n = 1; n <= LARGEST_STEP; n += 1) {
    const partial = -n * (n - a);
    b += 2;
    denominator = 1 / (partial * denominator + b);
    numerator = b + partial / numerator;
    const change = denominator * numerator;
    value *= change;
    if (abs(change - 1) < PRECISION) return value;
  }
  throw new RangeError(`regularisedGamma does not converge for a ${a}, x ${x}`);
}
