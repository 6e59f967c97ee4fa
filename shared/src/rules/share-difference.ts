/** Two-sided 95 % of the normal distribution. */
const Z = 1.959963984540054;

/** How many of how many. */
export interface Share {
  readonly count: number;
  readonly of: number;
}
export interface ShareDifference {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * By how much one share is larger than another, with its interval of 95 %: Newcombe's method 10 (Statistics in Medicine
 * 17, 1998), two Wilson intervals put together. It holds where a share is near nothing or near all, as shares of learners
 * are.
 * @example differenceOf({ count: 56, of: 70 }, { count: 48, of: 80 }) // => { share: 0.2, low: 0.0524, high: 0.3339 }
 */
export function differenceOf(one: Share, other: Share): ShareDifference {
  const [first, second] = [wilson(one), wilson(other)];
  const share = first.at - second.at;
  return {
    share,
    low: share - Math.hypot(first.at - first.low, second.high - second.at),
    high: share + Math.hypot(first.high - first.at, second.at - second.low),
  };
}

function wilson({ count, of }: Share) {
  const at = count / of;
  const middle = count + Z ** 2 / 2;
  const half = Z * Math.sqrt(count * (1 - at) + Z ** 2 / 4);
  return { at, low: (middle - half) / (of + Z ** 2), high: (middle + half) / (of + Z ** 2) };
}
