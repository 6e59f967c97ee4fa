import { fen, type Fen } from '../../money/index.ts';
import type { EpochDay } from '../../time/index.ts';
import { quantileType7 } from '../cuts/quantile-type-7.ts';
import { rising } from '../cuts/rising.ts';
import type { AfbMeasures } from './add-purchase.ts';
import type { Afb2023Model } from './afb-2023-model.ts';

/** Fifths, and the top fifth divided once more (our choice). */
const PERCENTS = [20, 40, 60, 80, 95];
/** Band 5 begins at 80 %. */
const TOP_FIFTH_BAND = 5;

/**
 * A version of the model whose cuts lie inside a population: bands by the quantiles at 20, 40, 60, 80 and 95 %, and
 * high = the top fifth (domain.md §1.3 (e)), under whichever decision table `base` has. The cuts are frozen: they
 * move nobody until another version is made, on another day, for a full run.
 *
 * Variant: type-7 quantiles; a member must lie above one to pass it. So members with the same value always have the
 * same band; of n members at most ⌈(n − 1) / 5⌉ are high, however many tie at the quantile; and where nearly all
 * have nothing, nothing is band 1. Equal cuts leave the bands between them empty.
 *
 * @param base window, weights, decision table and recent days
 * @param population measures of every member of the firm, over the window of `base` before `madeOn`
 * @param madeOn asOf of those measures
 * @param version of the cuts, 1 or more
 * @throws RangeError when the population is empty
 * @example
 * relativeModel(afb2023, [1, 2, 3, 4, 5, 6].map((n) => ({ ...noMeasures, purchases: n, amountFen: fen(n * 1000) })), epochDay(20_781), 1).amountCuts // => [2001, 3001, 4001, 5001, 5751]
 * relativeModel(afb2023, [noMeasures], epochDay(20_781), 1).frequencyCuts // => [1, 1, 1, 1, 1]
 */
export function relativeModel(
  base: Afb2023Model,
  population: readonly AfbMeasures[],
  madeOn: EpochDay,
  version: number,
): Afb2023Model {
  const { rule, recentDays } = base.groups;
  return {
    ...base,
    preset: 'relative',
    version,
    amountCuts: moneyCuts(population.map(({ amountFen }) => amountFen)),
    // Counts of the window itself, so that a cut is a number of purchases.
    frequencyPerDays: base.windowDays,
    frequencyCuts: cutsAbove(population.map(({ purchases }) => purchases)),
    benefitCuts: moneyCuts(population.map(({ benefitFen }) => benefitFen)),
    frozenCuts: { madeOn, members: population.length, percents: PERCENTS },
    groups: { rule, fHigh: TOP_FIFTH_BAND, aHigh: TOP_FIFTH_BAND, bHigh: TOP_FIFTH_BAND, recentDays },
  };
}

function moneyCuts(values: readonly Fen[]): Fen[] {
  return cutsAbove(values).map(fen);
}

/** The least integers above the quantiles. */
function cutsAbove(values: readonly number[]): number[] {
  const sorted = rising(values);
  return PERCENTS.map((percent) => quantileType7(sorted, percent, 100).whole + 1);
}
