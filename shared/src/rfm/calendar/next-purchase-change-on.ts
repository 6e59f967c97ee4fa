import type { EpochDay } from '../../time/index.ts';
import { addPurchase, noMeasures } from '../afb/add-purchase.ts';
import type { Purchase } from '../afb/purchase.ts';
import { nextWindowDay } from './next-window-day.ts';

/**
 * The first later asOf on which the sums of a window, the last purchase or a class of recency differ although no
 * new fact arrives; null when they never will. Exact: a day on which what comes and what goes cancel out is passed
 * over.
 *
 * @param purchases each once, of any day
 * @param windowDays civil days; Infinity for all history
 * @param recencyEdges days since the last purchase from which another class begins
 * @throws RangeError when a sum leaves the safe range
 * @example
 * nextPurchaseChangeOn([{ on: epochDay(100), amountFen: fen(1), benefitFen: fen(0) }], epochDay(101), 365, [91]) // => 191
 */
export function nextPurchaseChangeOn(
  purchases: readonly Purchase[],
  asOf: EpochDay,
  windowDays: number,
  recencyEdges: readonly number[],
): EpochDay | null {
  const measuresOn = (day: EpochDay) =>
    purchases.reduce((sum, purchase) => addPurchase(sum, purchase, day, windowDays), noMeasures);
  const keptOn = (day: EpochDay): string => {
    const measures = measuresOn(day);
    const last = measures.lastPurchaseOn;
    const recencyClass = last === null ? -1 : recencyEdges.filter((edge) => day - last >= edge).length;
    return JSON.stringify([measures, recencyClass]);
  };
  const today = keptOn(asOf);
  const { lastPurchaseOn } = measuresOn(asOf);
  const edges = lastPurchaseOn === null ? [] : recencyEdges.map((edge) => lastPurchaseOn + edge);
  let day = nextWindowDay(purchases, asOf, windowDays, edges);
  while (day !== null && keptOn(day) === today) day = nextWindowDay(purchases, day, windowDays, edges);
  return day;
}
