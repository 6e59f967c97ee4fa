/**
 * The smallest count that is not exceeded with at least this probability.
 *
 * @param probabilities of 0, 1, 2, …
 * @param probability above 0, below 1
 * @example
 * quantileCount([0.5, 0.3, 0.2], 0.8) // => 1
 */
export function quantileCount(probabilities: readonly number[], probability: number): number {
  let sum = 0;
  for (const [count, each] of probabilities.entries()) {
    sum += each;
    if (sum >= probability) return count;
  }
  return probabilities.length;
}
