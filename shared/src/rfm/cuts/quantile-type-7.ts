import type { ExactCut } from './exact-cut.ts';

/**
 * The quantile at share / shares of a sample of integers. Variant: type 7 of Hyndman and Fan (1996), the default
 * of R and NumPy: linear between the order statistics around (n − 1) · share / shares. Exact rational.
 *
 * @param sorted safe integers, rising; at least one
 * @param share 0 … shares
 * @param shares equal shares of the sample, 1 to 1,000
 * @throws RangeError when the sample is empty, the share lies outside, or two neighbours are further apart than
 *   integers are exact
 * @example
 * quantileType7([1, 2, 3, 5], 1, 5) // => { whole: 1, part: 3, parts: 5 }
 * quantileType7([1, 2, 3, 5], 1, 2) // => { whole: 2, part: 1, parts: 2 }
 * quantileType7([7], 4, 5) // => { whole: 7, part: 0, parts: 5 }
 */
export function quantileType7(sorted: ArrayLike<number>, share: number, shares: number): ExactCut {
  const isShare = Number.isInteger(share) && Number.isInteger(shares) && share >= 0 && share <= shares;
  if (!isShare || shares < 1 || shares > 1000) throw new RangeError(`not a share: ${share} of ${shares}`);
  const place = (sorted.length - 1) * share;
  const at = Math.floor(place / shares);
  const lower = sorted[at];
  if (lower === undefined) throw new RangeError('no quantile of an empty sample');
  const rest = place - at * shares;
  const gap = (sorted[at + 1] ?? lower) - lower;
  if (!Number.isSafeInteger(gap)) throw new RangeError(`neighbours ${gap} apart are beyond exact integers`);
  // gap = steps · shares + left, so that no product is larger than the gap itself.
  const steps = Math.floor(gap / shares);
  const left = rest * (gap - steps * shares);
  return {
    whole: lower + rest * steps + Math.floor(left / shares),
    part: left % shares,
    parts: shares,
  };
}
