/** A difference with its interval of 95 %. */
export interface Interval {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Room left and right of what is drawn, as a share of the width. */
const MARGIN = 0.08;

/**
 * Where on a line the interval lies, beside no difference at all; both are always on it.
 * @param beside intervals that are drawn on the same scale
 * @example intervalPlaces({ share: 0.2, low: 0.1, high: 0.3 }, 100) // => { none: 8, low: 36, share: 64, high: 92 }
 */
export function intervalPlaces(
  { share, low, high }: Interval,
  width: number,
  beside: readonly Interval[] = [],
) {
  const from = Math.min(0, low, ...beside.map((each) => each.low));
  const span = Math.max(0, high, ...beside.map((each) => each.high)) - from;
  const x = (value: number): number =>
    Math.round(width * (MARGIN + (span === 0 ? 0.5 : (value - from) / span) * (1 - 2 * MARGIN)) * 10) / 10;
  return { none: x(0), low: x(low), share: x(share), high: x(high) };
}
