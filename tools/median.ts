/**
 * The median; of an even count the mean of the two in the middle.
 * @throws {RangeError} on an empty list.
 * @example
 * medianOf([3, 1, 2]) // => 2
 */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  if (upper === undefined || lower === undefined)
    throw new RangeError('the median of nothing is not defined');
  return (lower + upper) / 2;
}
