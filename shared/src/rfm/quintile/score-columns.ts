import type { ExactCut } from '../cuts/exact-cut.ts';
import type { EpochDay } from '../../time/index.ts';
import { fifths } from './fifths.ts';
import type { MeasureColumns } from './purchase-columns.ts';
import { YUAN_FEN } from './quintile-cuts.ts';
import type { FrozenQuintileCuts, QuintileCuts } from './quintile-model.ts';

/**
 * Cuts a population in columns into fifths, as `quintileCuts` does one that is told customer by customer.
 *
 * @param madeOn asOf of the measures
 * @returns null when nobody has bought
 * @example
 * const measures = { recencyDays: Float64Array.of(1, 2, 3, 5), purchases: Float64Array.of(1, 2, 3, 5), amountFen: Float64Array.of(100, 200, 300, 500) };
 * cutColumns(measures, epochDay(20_781))?.amountFen[0] // => { whole: 260, part: 0, parts: 5 }
 */
export function cutColumns(measures: MeasureColumns, madeOn: EpochDay): FrozenQuintileCuts | null {
  const { recencyDays, purchases, amountFen } = measures;
  const buyers = recencyDays.filter((days) => days !== Infinity);
  if (buyers.length === 0) return null;
  // Most populations have bought, all of them, and need no copy.
  const ofBuyers = (values: Float64Array): Float64Array =>
    buyers.length === recencyDays.length ? values : values.filter((_, at) => recencyDays[at] !== Infinity);
  return {
    madeOn,
    customers: buyers.length,
    recencyDays: fifths(buyers, 1),
    purchases: fifths(ofBuyers(purchases), 1),
    amountFen: fifths(ofBuyers(amountFen), YUAN_FEN),
  };
}

/**
 * Scores a population in columns, as `scoreQuintile` does one customer.
 *
 * @returns recency, frequency and monetary score of customer n as one number, such as 545; 0 for one who never bought
 * @example
 * const measures = { recencyDays: Float64Array.of(297, Infinity), purchases: Float64Array.of(5, 0), amountFen: Float64Array.of(50_600, 0) };
 * [...scoreColumns(measures, rfmQuintileFixed.fixedCuts!)] // => [234, 0]
 */
export function scoreColumns(
  { recencyDays, purchases, amountFen }: MeasureColumns,
  cuts: QuintileCuts,
): Uint16Array {
  const scores = new Uint16Array(recencyDays.length);
  addClasses(scores, recencyDays, cuts.recencyDays, -100);
  addClasses(scores, purchases, cuts.purchases, 10);
  addClasses(scores, amountFen, cuts.amountFen, 1);
  // Nothing reached is 5 for recency, of which few days are good, and 1 for the others.
  return scores.map((score, customer) => (recencyDays[customer] === Infinity ? 0 : score + 511));
}

/** Adds `step` for each cut that a customer reaches. */
function addClasses(
  scores: Uint16Array,
  values: Float64Array,
  cuts: readonly ExactCut[],
  step: number,
): void {
  for (const cut of cuts) {
    const least = leastAt(cut);
    for (let customer = 0; customer < values.length; customer += 1) {
      if ((values[customer] ?? 0) >= least) scores[customer] = (scores[customer] ?? 0) + step;
    }
  }
}

/** The least integer that reaches a cut. */
function leastAt({ whole, part }: ExactCut): number {
  return part === 0 ? whole : whole + 1;
}
