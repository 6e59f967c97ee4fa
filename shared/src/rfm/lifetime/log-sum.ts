// Read once: in a sandbox such as Jest's each look-up of a global costs more than the function itself.
const { abs, exp, log1p, max } = Math;

/**
 * ln(e^x + e^y) without leaving logarithms.
 *
 * @param x natural logarithm of the one summand; −Infinity for 0
 * @param y of the other
 * @example
 * logSum(1000, 1000).toFixed(6) // => '1000.693147'
 */
export function logSum(x: number, y: number): number {
  return max(x, y) + log1p(exp(-abs(x - y)));
}
