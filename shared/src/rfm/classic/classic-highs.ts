import { reaches } from '../cuts/reaches.ts';
import type { QuintileMeasures } from '../quintile/quintile-measures.ts';
import type { ClassicCuts } from './classic-cuts.ts';
import type { ClassicHighs } from './classic-group.ts';

/**
 * On which side of each cut a member stands. Variant: a member exactly in the middle is high, in recency too,
 * where few days are good. One who never bought is low in recency.
 *
 * @example
 * classicHighs({ recencyDays: 4, purchases: 4, amountFen: fen(3) }, { middle: 'MEAN', madeOn: epochDay(20_781), members: 3, recencyDays: wholeCut(4), purchases: wholeCut(4), amountFen: wholeCut(4) }) // => { recency: true, frequency: true, monetary: false }
 */
export function classicHighs(
  { recencyDays, purchases, amountFen }: QuintileMeasures,
  cuts: ClassicCuts,
): ClassicHighs {
  return {
    // Days are whole, so at most the cut is at most its floor.
    recency: recencyDays !== null && recencyDays <= cuts.recencyDays.whole,
    frequency: reaches(purchases, cuts.purchases),
    monetary: reaches(amountFen, cuts.amountFen),
  };
}
