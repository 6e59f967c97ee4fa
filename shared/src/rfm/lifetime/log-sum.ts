/**
 * ln(e^x + e^y) without leaving logarithms.
 *
 * @example
 * logSum(1000, 1000).toFixed(6) // '1000.693147'
 */
export function logSum(x: number, y: number): number {
  return Math.max(x, y) + Math.log1p(Math.exp(-Math.abs(x - y)));
}
