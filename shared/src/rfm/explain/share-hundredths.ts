/**
 * Shares a total of hundredths out among exact parts, so that what is shown adds up. Variant: largest remainder; of
 * equal remainders the earlier part gets the hundredth. Each share is less than one hundredth off its part.
 *
 * @param parts exact, not negative; `whole` parts are one point
 * @param whole 1 … 10¹²
 * @param hundredths the sum of the parts in hundredths, rounded half up
 * @throws RangeError when the total is not that sum
 * @example
 * shareHundredths([1, 2, 2], 3, 167) // => [33, 67, 67]
 * shareHundredths([1, 1, 2], 3, 133) // => [33, 33, 67]
 */
export function shareHundredths(
  parts: readonly number[],
  whole: number,
  hundredths: number,
): readonly number[] {
  const floors = parts.map((part) => Math.floor((part * 100) / whole));
  const missing = hundredths - floors.reduce((total, each) => total + each, 0);
  if (!(missing >= 0 && missing <= parts.length))
    throw new RangeError(`not a sum of its parts: ${hundredths}`);
  const byRemainder = parts
    .map((part, at) => ({ at, remainder: (part * 100) % whole }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at);
  const raised = new Set(byRemainder.slice(0, missing).map(({ at }) => at));
  return floors.map((each, at) => (raised.has(at) ? each + 1 : each));
}
