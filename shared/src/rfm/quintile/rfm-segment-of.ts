/** Segments of the R package `rfm`, by the names it publishes. */
export type RfmSegment =
  | 'Champions'
  | 'Potential Loyalist'
  | 'Loyal Customers'
  | 'Promising'
  | 'New Customers'
  | "Can't Lose Them"
  | 'At Risk'
  | 'Need Attention'
  | 'About To Sleep'
  | 'Lost'
  | 'Others';

type Range = readonly [least: number, most: number];

const SEGMENTS: readonly (readonly [RfmSegment, Range, Range, Range])[] = [
  ['Champions', [5, 5], [5, 5], [5, 5]],
  ['Potential Loyalist', [3, 5], [3, 5], [2, 5]],
  ['Loyal Customers', [2, 4], [2, 4], [2, 4]],
  ['Promising', [3, 4], [1, 3], [3, 5]],
  ['New Customers', [4, 5], [1, 3], [1, 5]],
  ["Can't Lose Them", [1, 2], [3, 4], [4, 5]],
  ['At Risk', [1, 2], [2, 5], [4, 5]],
  ['Need Attention', [1, 3], [3, 5], [3, 5]],
  ['About To Sleep', [2, 3], [1, 3], [1, 4]],
  ['Lost', [1, 1], [1, 5], [1, 5]],
];

/** All segments in the order in which they are tried; `Others` is what none of them takes. */
export const rfmSegments: readonly RfmSegment[] = [...SEGMENTS.map(([segment]) => segment), 'Others'];

/**
 * The first segment whose inclusive ranges of recency, frequency and monetary score all match. Source: the
 * published segmentation of the R package `rfm`.
 *
 * @param recency 1 to 5; 5 is best
 * @param frequency 1 to 5; 5 is best
 * @param monetary 1 to 5; 5 is best
 * @example
 * rfmSegmentOf(5, 5, 5) // => 'Champions'
 * rfmSegmentOf(3, 4, 5) // => 'Potential Loyalist'
 * rfmSegmentOf(2, 5, 1) // => 'Others'
 */
export function rfmSegmentOf(recency: number, frequency: number, monetary: number): RfmSegment {
  const isIn = (score: number, [least, most]: Range): boolean => score >= least && score <= most;
  const found = SEGMENTS.find(([, r, f, m]) => isIn(recency, r) && isIn(frequency, f) && isIn(monetary, m));
  return found?.[0] ?? 'Others';
}
