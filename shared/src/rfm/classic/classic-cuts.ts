import type { EpochDay } from '../../time/index.ts';
import { exactMean } from '../cuts/exact-mean.ts';
import type { ExactCut } from '../cuts/exact-cut.ts';
import { quantileType7 } from '../cuts/quantile-type-7.ts';
import { rising } from '../cuts/rising.ts';
import type { QuintileMeasures } from '../quintile/quintile-measures.ts';

/** What "high" means. Tutorials differ, so a cut says which it is. */
export type ClassicMiddle = 'MEAN' | 'MEDIAN';

/** The middles of a population on one day, frozen. */
export interface ClassicCuts {
  readonly middle: ClassicMiddle;
  readonly madeOn: EpochDay;
  /** Members who had bought by then. */
  readonly members: number;
  /** Days since the last purchase. */
  readonly recencyDays: ExactCut;
  readonly purchases: ExactCut;
  readonly amountFen: ExactCut;
}

/**
 * The middles that part high from low. Variant: MEAN is the exact arithmetic mean, MEDIAN the type-7 quantile at
 * one half. Members who never bought have no recency and are left out.
 *
 * @param madeOn asOf of the measures
 * @returns null when nobody has bought
 * @example
 * classicCuts([1, 2, 9].map((n) => ({ recencyDays: n, purchases: n, amountFen: fen(n) })), 'MEAN', epochDay(20_781))?.purchases // => { whole: 4, part: 0, parts: 3 }
 * classicCuts([1, 2, 9].map((n) => ({ recencyDays: n, purchases: n, amountFen: fen(n) })), 'MEDIAN', epochDay(20_781))?.purchases // => { whole: 2, part: 0, parts: 2 }
 */
export function classicCuts(
  population: readonly QuintileMeasures[],
  middle: ClassicMiddle,
  madeOn: EpochDay,
): ClassicCuts | null {
  const buyers = population.flatMap(({ recencyDays, ...sums }) =>
    recencyDays === null ? [] : [{ recencyDays, ...sums }],
  );
  if (buyers.length === 0) return null;
  const middleOf = (values: readonly number[]): ExactCut =>
    middle === 'MEAN' ? exactMean(values) : quantileType7(rising(values), 1, 2);
  return {
    middle,
    madeOn,
    members: buyers.length,
    recencyDays: middleOf(buyers.map(({ recencyDays }) => recencyDays)),
    purchases: middleOf(buyers.map(({ purchases }) => purchases)),
    amountFen: middleOf(buyers.map(({ amountFen }) => amountFen)),
  };
}
