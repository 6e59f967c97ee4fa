import type { EpochDay } from '../../time/index.ts';
import { fifths } from './fifths.ts';
import type { FrozenQuintileCuts } from './quintile-model.ts';
import type { QuintileMeasures } from './quintile-measures.ts';

/** A whole yuan, by which cuts of money are lifted. */
export const YUAN_FEN = 100;

/**
 * Cuts a population into fifths. Variant: type-7 quantile at 20, 40, 60 and 80 %, plus 1 whole day, 1 purchase
 * and 1 whole yuan. The "+ 1" is the R package's and right for whole numbers only: it lifts the cut over the
 * members who stand on it. With fractions of a yuan it can lift it over their neighbours too. Customers who
 * never bought have no recency and are left out.
 *
 * @param madeOn asOf of the measures
 * @returns null when nobody has bought
 * @example
 * quintileCuts([1, 2, 3, 5].map((days) => ({ recencyDays: days, purchases: days, amountFen: fen(days * 100) })), epochDay(20_781))?.recencyDays[0] // => { whole: 2, part: 3, parts: 5 }
 * quintileCuts([1, 2, 3, 5].map((days) => ({ recencyDays: days, purchases: days, amountFen: fen(days * 100) })), epochDay(20_781))?.amountFen[0] // => { whole: 260, part: 0, parts: 5 }
 * quintileCuts([], epochDay(20_781)) // => null
 */
export function quintileCuts(
  population: Iterable<QuintileMeasures>,
  madeOn: EpochDay,
): FrozenQuintileCuts | null {
  const days: number[] = [];
  const purchases: number[] = [];
  const amounts: number[] = [];
  for (const customer of population) {
    if (customer.recencyDays === null) continue;
    days.push(customer.recencyDays);
    purchases.push(customer.purchases);
    amounts.push(customer.amountFen);
  }
  if (days.length === 0) return null;
  return {
    madeOn,
    customers: days.length,
    recencyDays: fifths(days, 1),
    purchases: fifths(purchases, 1),
    amountFen: fifths(amounts, YUAN_FEN),
  };
}
