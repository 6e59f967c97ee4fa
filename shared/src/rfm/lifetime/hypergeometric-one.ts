// Read once: in a sandbox such as Jest's each look-up of a global costs more than the function itself.
const { abs } = Math;
const { isFinite } = Number;

const PRECISION = 1e-15;
const LARGEST_STEP = 100_000;
const TINY = 1e-300;

/**
 * Gauss's hypergeometric function with a unit parameter, ₂F₁(1, b; c; z), for c > 1 and 0 ≤ z < 1. It is the only
 * one the models need: with c = a + 1 Euler's transformation gives
 *
 *     ln ₂F₁(a, b; a + 1; z) = (1 − b) ln(1 − z) + ln ₂F₁(1, a + 1 − b; a + 1; z)
 *
 * whose second part stays small, so that x = 500 purchases overflow nothing. Gauss's continued fraction, evaluated
 * by Lentz's method: a power series would need 1 / (1 − z) times as many steps near z = 1.
 * Sources: NIST DLMF 15.8.1 (Euler), 15.7.1 (continued fraction) and 3.10(iii) (Lentz).
 *
 * Where b > c the function grows so steeply that digits are lost beyond z = c / b; `regularisedBeta` stays below.
 *
 * @param b above 0
 * @param c above 1
 * @param z at least 0, below 1
 * @throws RangeError outside the domain, or when 100,000 steps are not enough
 * @example
 * // ₂F₁(1, 1; 2; z) = −ln(1 − z) / z
 * hypergeometricOne(1, 2, 0.5).toFixed(9) // => '1.386294361'
 */
export function hypergeometricOne(b: number, c: number, z: number): number {
  if (!(c > 1 && z >= 0 && z < 1 && isFinite(b) && isFinite(c))) {
    throw new RangeError(`hypergeometricOne is not defined for b ${b}, c ${c}, z ${z}`);
  }
  let fraction = 1;
  let numerator = 1;
  let denominator = 0;
  for (let step = 1; step <= LARGEST_STEP; step += 1) {
    const m = step >> 1;
    const partial =
      step % 2 === 1
        ? ((b + m) * (c - 1 + m)) / ((c - 1 + 2 * m) * (c + 2 * m))
        : (m * (c - 1 - b + m)) / ((c + 2 * m - 2) * (c + 2 * m - 1));
    denominator = away(1 - partial * z * denominator);
    numerator = away(1 - (partial * z) / numerator);
    denominator = 1 / denominator;
    const change = numerator * denominator;
    fraction *= change;
    if (abs(change - 1) < PRECISION) return 1 / fraction;
  }
  throw new RangeError(`hypergeometricOne does not converge for b ${b}, c ${c}, z ${z}`);
}

/** Lentz's guard: a partial result of exactly zero would end the division. */
function away(value: number): number {
  return value === 0 ? TINY : value;
}
