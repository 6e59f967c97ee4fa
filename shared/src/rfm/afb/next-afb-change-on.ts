import type { EpochDay } from '../../time/index.ts';
import { nextWindowDay } from '../calendar/next-window-day.ts';
import type { Afb2023Model } from './afb-2023-model.ts';
import { addPurchase, noMeasures } from './add-purchase.ts';
import type { Purchase } from './purchase.ts';
import { scoreMeasures, type AfbBands } from './score-measures.ts';

/**
 * The first later asOf on which window sums, bands, score, group, flags or last purchase differ although no new
 * fact arrives; null when they never will. A purchase comes in, gives its place to another or leaves the window, a
 * POTENTIAL member stops being recent, a member of a key group lapses. Exact: each such day is scored, and one on
 * which what comes and what goes cancel out is passed over.
 *
 * @param scored what `scoreMeasures` says about these purchases on `scored.asOf`
 * @example
 * // One purchase on day 100, seen from day 101: it stops being recent 91 days later.
 * scoreAfb2023([{ on: epochDay(100), amountFen: fen(1), benefitFen: fen(0) }], epochDay(101)).nextChangeOn // => 191
 */
export function nextAfbChangeOn(
  scored: AfbBands,
  purchases: readonly Purchase[],
  model: Afb2023Model,
): EpochDay | null {
  const { asOf, lastPurchaseOn } = scored;
  const { recentDays } = model.groups;
  const edges =
    lastPurchaseOn === null ? [] : [lastPurchaseOn + recentDays + 1, lastPurchaseOn + 2 * recentDays + 1];
  const scoredOn = (day: EpochDay): AfbBands => {
    const measures = purchases.reduce(
      (sum, purchase) => addPurchase(sum, purchase, day, model.windowDays),
      noMeasures,
    );
    return scoreMeasures(measures, day, model);
  };
  const today = kept(scored);
  let day = nextWindowDay(purchases, asOf, model.windowDays, edges);
  while (day !== null && kept(scoredOn(day)) === today) {
    day = nextWindowDay(purchases, day, model.windowDays, edges);
  }
  return day;
}

/** Everything but the counts of days, which move every day. */
function kept({ asOf: _asOf, recencyDays: _recencyDays, ...rest }: AfbBands): string {
  return JSON.stringify(rest);
}
