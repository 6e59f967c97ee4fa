/**
 * The smallest value that at least a share of the values do not exceed.
 * @param share above 0, at most 1: 0.99 for the 99th percentile
 * @throws {RangeError} on an empty list.
 * @example
 * percentileOf([3, 1, 2], 0.5) // => 2
 */
export function percentileOf(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new RangeError('a percentile of nothing is not defined');
  return found;
}
