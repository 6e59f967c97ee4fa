import { isEpochDay, type EpochDay } from '../../time/index.ts';
import type { Afb2023Model } from './afb-2023-model.ts';
import type { Purchase } from './purchase.ts';
import type { AfbBands } from './score-measures.ts';

/**
 * The first later asOf on which window sums, bands, score, group, flags or last purchase would differ although
 * no new fact arrives; null when they never will. Only four things move with the calendar: a purchase of asOf or
 * later comes in on the day after it, a purchase leaves the window `windowDays + 1` days after it, a POTENTIAL
 * member stops being recent, and a member of a key group lapses.
 *
 * @param scored what `scoreMeasures` says about these purchases on `scored.asOf`
 * @example
 * nextAfbChangeOn(scoreMeasures({ ...noMeasures, lastPurchaseOn: epochDay(100) }, epochDay(101), afb2023), [{ on: epochDay(100), amountFen: fen(1), benefitFen: fen(0) }], afb2023) // 191
 */
export function nextAfbChangeOn(
  scored: AfbBands,
  purchases: readonly Purchase[],
  model: Afb2023Model,
): EpochDay | null {
  let next = Number.POSITIVE_INFINITY;
  for (const { on } of purchases) {
    const moves = on >= scored.asOf ? on + 1 : on + model.windowDays + 1;
    if (moves > scored.asOf) next = Math.min(next, moves);
  }
  const { recentDays } = model.groups;
  if (scored.lastPurchaseOn !== null) {
    if (scored.groupRow === 3) next = Math.min(next, scored.lastPurchaseOn + recentDays + 1);
    if (scored.groupRow <= 2 && !scored.lapsedKey) {
      next = Math.min(next, scored.lastPurchaseOn + 2 * recentDays + 1);
    }
  }
  return isEpochDay(next) ? next : null;
}
