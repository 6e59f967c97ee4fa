/**
 * Rounds weights to whole parts that sum to `parts`, by largest remainder; of equal remainders the earlier
 * axis gets the part.
 *
 * @param weights not negative, sum 1
 * @param parts how many there are to give, an integer
 * @throws RangeError when a weight is negative or not finite, or their sum is not 1 within a millionth
 * @example
 * wholeParts([0.22965, 0.12202, 0.64833], 10_000) // => [2297, 1220, 6483]
 * wholeParts([1 / 3, 1 / 3, 1 / 3], 10_000) // => [3334, 3333, 3333]
 */
export function wholeParts(weights: readonly number[], parts: number): readonly number[] {
  const sum = weights.reduce((total, each) => total + each, 0);
  if (!weights.every((each) => each >= 0) || !(Math.abs(sum - 1) <= 1e-6)) {
    throw new RangeError(`not weights: ${weights.join(', ')}`);
  }
  const floors = weights.map((each) => Math.floor(each * parts));
  const missing = parts - floors.reduce((total, each) => total + each, 0);
  const byRemainder = weights
    .map((each, at) => ({ at, remainder: each * parts - Math.floor(each * parts) }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at);
  const raised = new Set(byRemainder.slice(0, missing).map(({ at }) => at));
  return floors.map((each, at) => (raised.has(at) ? each + 1 : each));
}
