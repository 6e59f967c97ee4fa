import { isEpochDay, type EpochDay } from '../../time/index.ts';

/**
 * The first later asOf on which counts of a window, the last fact or a class of recency would differ although no
 * new fact arrives; null when they never will. Three things move with the calendar: a fact of asOf or later comes
 * in on the day after it, a fact leaves the window, and the last one grows too old for its class.
 *
 * @param facts that count, each once, of any day
 * @param windowDays civil days; Infinity for all history
 * @param recencyEdges days since the last fact from which another class begins
 * @example
 * nextWindowChangeOn([{ on: epochDay(100) }], epochDay(101), 365, [91]) // 191
 * nextWindowChangeOn([{ on: epochDay(100) }], epochDay(191), 365, [91]) // 466
 * nextWindowChangeOn([{ on: epochDay(100) }], epochDay(466), 365, [91]) // null
 */
export function nextWindowChangeOn(
  facts: readonly { readonly on: EpochDay }[],
  asOf: EpochDay,
  windowDays: number,
  recencyEdges: readonly number[],
): EpochDay | null {
  let next = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  const sooner = (day: number): void => {
    if (day > asOf) next = Math.min(next, day);
  };
  for (const { on } of facts) {
    sooner(on >= asOf ? on + 1 : on + windowDays + 1);
    if (on < asOf) last = Math.max(last, on);
  }
  for (const edge of recencyEdges) sooner(last + edge);
  return isEpochDay(next) ? next : null;
}
