import { isEpochDay, type EpochDay } from '../../time/index.ts';
import type { Afb2023Model } from './afb-2023.ts';
import type { Purchase } from './purchase.ts';
import type { AfbBands } from './score-measures.ts';

/**
 * The first later asOf on which window sums, bands, score, group or last purchase would differ although no
 * new fact arrives; null when they never will. Only three things move with the calendar: a purchase of asOf
 * or later comes in on the day after it, a purchase leaves the window `windowDays + 1` days after it, and a
 * POTENTIAL member stops being recent.
 *
 * @param scored what `scoreMeasures` says about these purchases on `scored.asOf`
 * @example
 * // one purchase on day 100, as-of 101, window 365, recentDays 90:
 * nextChangeOn(scored, purchases, afb2023) // 191: the member stops being recent
 */
export function nextChangeOn(
  scored: AfbBands,
  purchases: readonly Purchase[],
  model: Afb2023Model,
): EpochDay | null {
  let next = Number.POSITIVE_INFINITY;
  for (const { on } of purchases) {
    const moves = on >= scored.asOf ? on + 1 : on + model.windowDays + 1;
    if (moves > scored.asOf) next = Math.min(next, moves);
  }
  if (scored.groupRow === 3 && scored.lastPurchaseOn !== null) {
    next = Math.min(next, scored.lastPurchaseOn + model.groups.recentDays + 1);
  }
  return isEpochDay(next) ? next : null;
}
