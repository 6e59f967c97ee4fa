import type { ExactCut } from '../cuts/exact-cut.ts';
import { reaches } from '../cuts/reaches.ts';
import type { QuintileMeasures } from './quintile-measures.ts';
import type { QuintileCuts } from './quintile-model.ts';
import { rfmSegmentOf, type RfmSegment } from './rfm-segment-of.ts';

/** Scores 1 to 5, 5 best; null for a customer who never bought, of whom the model says nothing. */
export interface QuintileScore {
  readonly scores: {
    readonly recency: number;
    readonly frequency: number;
    readonly monetary: number;
  } | null;
  readonly segment: RfmSegment;
}

/**
 * Scores one customer. Variant: a class is half-open [lower, upper) and cut on values, so a value at a cut
 * belongs to the class above it, and equal values have equal scores; few days are good, so recency counts down.
 *
 * @example
 * const cuts = { recencyDays: [115, 181, 297, 482].map(wholeCut), purchases: [4, 5, 6, 8].map(wholeCut), amountFen: [25_600, 38_200, 50_600, 66_600].map(wholeCut) };
 * scoreQuintile({ recencyDays: 297, purchases: 5, amountFen: fen(50_600) }, cuts) // => { scores: { recency: 2, frequency: 3, monetary: 4 }, segment: 'Loyal Customers' }
 * scoreQuintile({ recencyDays: null, purchases: 0, amountFen: fen(0) }, cuts) // => { scores: null, segment: 'Others' }
 */
export function scoreQuintile(
  { recencyDays, purchases, amountFen }: QuintileMeasures,
  cuts: QuintileCuts,
): QuintileScore {
  if (recencyDays === null) return { scores: null, segment: 'Others' };
  const recency = 5 - reached(recencyDays, cuts.recencyDays);
  const frequency = 1 + reached(purchases, cuts.purchases);
  const monetary = 1 + reached(amountFen, cuts.amountFen);
  return {
    scores: { recency, frequency, monetary },
    segment: rfmSegmentOf(recency, frequency, monetary),
  };
}

function reached(value: number, cuts: readonly ExactCut[]): number {
  return cuts.filter((cut) => reaches(value, cut)).length;
}
