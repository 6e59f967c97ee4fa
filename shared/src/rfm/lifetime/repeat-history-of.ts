import { addFen, fen, type Fen } from '../../money/index.ts';
import type { EpochDay } from '../../time/index.ts';
import type { RepeatHistory } from './repeat-history.ts';

const WEEK_DAYS = 7;

/**
 * Sums a customer's purchases up for the lifetime models. Purchases of one Shanghai day are one purchase; the
 * first day only starts the clock; what lies on or after asOf is ignored. The last observed day is the day before
 * asOf, so a purchase on it has T = 0. The order of purchases does not matter.
 *
 * @param purchases money in `amountFen`, what is no purchase is left out; pass the firm's income as the amount to value a customer by income
 * @param asOf exclusive day boundary, 00:00 Shanghai
 * @returns null when nothing was bought before asOf
 * @throws RangeError when the sum leaves the safe range
 * @example
 * repeatHistoryOf([{ on: epochDay(7), amountFen: fen(500) }, { on: epochDay(21), amountFen: fen(900) }], epochDay(29)) // => { repeatPurchases: 1, weeksFirstToLast: 2, weeksObserved: 3, repeatAmountFen: 900 }
 */
export function repeatHistoryOf(
  purchases: readonly { readonly on: EpochDay; readonly amountFen: Fen; readonly isMoneyOnly?: boolean }[],
  asOf: EpochDay,
): RepeatHistory | null {
  const seen = purchases.filter(({ on, isMoneyOnly }) => on < asOf && isMoneyOnly !== true);
  const days = new Set(seen.map(({ on }) => on));
  if (days.size === 0) return null;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const day of days) {
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  return {
    repeatPurchases: days.size - 1,
    weeksFirstToLast: (last - first) / WEEK_DAYS,
    weeksObserved: (asOf - 1 - first) / WEEK_DAYS,
    repeatAmountFen: seen
      .filter(({ on }) => on > first)
      .reduce((sum, { amountFen }) => addFen(sum, amountFen), fen(0)),
  };
}
