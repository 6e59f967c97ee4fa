import { isEpochDay, type EpochDay } from '../../time/index.ts';
import type { Purchase } from '../afb/purchase.ts';
import type { RfmQuintileModel } from './quintile-model.ts';

/**
 * The first later asOf on which a customer's window sums, scores, segment or last purchase would differ although
 * no new fact arrives and the cuts stay frozen; null when they never will. Three things move with the calendar:
 * a purchase of asOf or later comes in on the day after it, a purchase leaves the window, and the last purchase
 * grows older than a cut of recency.
 *
 * @param purchases each once, of any day
 * @param model with cuts that are fixed or frozen
 * @throws RangeError when the cuts are still to be made of a population: then every day has others
 * @example
 * nextQuintileChangeOn([{ on: epochDay(100), amountFen: fen(1), benefitFen: fen(0) }], rfmQuintileFixed, epochDay(101)) // 215
 */
export function nextQuintileChangeOn(
  purchases: readonly Purchase[],
  model: RfmQuintileModel,
  asOf: EpochDay,
): EpochDay | null {
  if (model.fixedCuts === null) throw new RangeError(`${model.id} has no frozen cuts`);
  const windowDays = model.windowDays ?? Number.POSITIVE_INFINITY;
  let next = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  const sooner = (day: number): void => {
    if (day > asOf) next = Math.min(next, day);
  };
  for (const { on } of purchases) {
    sooner(on >= asOf ? on + 1 : on + windowDays + 1);
    if (on < asOf) last = Math.max(last, on);
  }
  // The first whole number of days at or above the cut.
  for (const { whole, part } of model.fixedCuts.recencyDays) sooner(last + (part === 0 ? whole : whole + 1));
  return isEpochDay(next) ? next : null;
}
