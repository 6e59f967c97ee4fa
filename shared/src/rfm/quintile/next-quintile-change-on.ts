import type { EpochDay } from '../../time/index.ts';
import type { Purchase } from '../afb/purchase.ts';
import { nextPurchaseChangeOn } from '../calendar/next-purchase-change-on.ts';
import type { RfmQuintileModel } from './quintile-model.ts';

/**
 * The first later asOf on which a customer's window sums, scores, segment or last purchase would differ although
 * no new fact arrives and the cuts stay frozen; null when they never will.
 *
 * @param purchases each once, of any day
 * @param model with cuts that are fixed or frozen
 * @throws RangeError when the cuts are still to be made of a population: then every day has others
 * @example
 * nextQuintileChangeOn([{ on: epochDay(100), amountFen: fen(1), benefitFen: fen(0) }], rfmQuintileFixed, epochDay(101)) // => 215
 */
export function nextQuintileChangeOn(
  purchases: readonly Purchase[],
  model: RfmQuintileModel,
  asOf: EpochDay,
): EpochDay | null {
  if (model.fixedCuts === null) throw new RangeError(`${model.id} has no frozen cuts`);
  // The first whole number of days at or above each cut.
  const edges = model.fixedCuts.recencyDays.map(({ whole, part }) => (part === 0 ? whole : whole + 1));
  return nextPurchaseChangeOn(purchases, asOf, model.windowDays ?? Number.POSITIVE_INFINITY, edges);
}
