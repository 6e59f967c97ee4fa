import type { EpochDay } from '../../time/index.ts';
import type { Purchase } from '../afb/purchase.ts';
import { nextPurchaseChangeOn } from '../calendar/next-purchase-change-on.ts';
import { uniqueFacts } from '../facts/unique-facts.ts';
import type { ClassicCuts } from './classic-cuts.ts';

/**
 * The first later asOf on which a member's window sums, classic group or last purchase would differ although no
 * new fact arrives and the cuts stay frozen; null when they never will.
 *
 * @param purchases of any day; the same id counts once
 * @param cuts frozen
 * @param windowDays of the measures that are held against the cuts, civil days; Infinity for all history
 * @throws RangeError when two purchases share an id and differ
 * @example
 * nextClassicChangeOn([{ on: epochDay(100), amountFen: fen(1), benefitFen: fen(0) }], { middle: 'MEAN', madeOn: epochDay(101), members: 3, recencyDays: wholeCut(40), purchases: wholeCut(4), amountFen: wholeCut(4) }, 365, epochDay(101)) // => 141
 */
export function nextClassicChangeOn(
  purchases: readonly Purchase[],
  cuts: ClassicCuts,
  windowDays: number,
  asOf: EpochDay,
): EpochDay | null {
  // Recency is high up to the floor of its cut.
  return nextPurchaseChangeOn(uniqueFacts(purchases), asOf, windowDays, [cuts.recencyDays.whole + 1]);
}
