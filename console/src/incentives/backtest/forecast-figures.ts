import { BEHAVIOUR_SHARE_PERCENT } from '@siyu/shared/contracts/backtests.limits';
import type { BacktestReport } from '@siyu/shared/contracts/backtests';

type Bounds = readonly [low: number, high: number];

/** What a fifth less and a fifth more of the same behaviour would mean; a budget is never gone beyond. */
export function bandOf(figure: number, budgetMax: number | null = null): Bounds {
  const low = Math.floor((figure * (100 - BEHAVIOUR_SHARE_PERCENT)) / 100);
  const high = Math.ceil((figure * (100 + BEHAVIOUR_SHARE_PERCENT)) / 100);
  return [low, budgetMax === null ? high : Math.max(figure, Math.min(high, budgetMax))];
}

/** The larger of the two shares of its own fresh budget that a draft takes; whole, full only when it ends. */
export function budgetPercent({ given, budget }: Pick<BacktestReport, 'given' | 'budget'>): number {
  const ofValue = budget.valueFenMax === 0 ? 0 : given.valueFen / budget.valueFenMax;
  return Math.min(100, Math.floor(Math.max(given.awards / budget.awardsMax, ofValue) * 100));
}

/**
 * How much more than before, in tenths of a percent; null where there was nothing before.
 * @example changeTenths(1_069, 1_000) // => 69
 */
export const changeTenths = (now: number, before: number): number | null =>
  before === 0 ? null : Math.round(((now - before) / before) * 1_000);
