import { isEpochDay, type EpochDay } from '../../time/index.ts';

/** A fact that comes in, leaves a window, and may give its place to a later one. */
interface WindowFact {
  readonly on: EpochDay;
  readonly supersededOn?: EpochDay;
}

/**
 * The first asOf after `after` on which something may differ although no new fact arrives; null when nothing can.
 * Four things move with the calendar: a fact comes in on the day after it, it leaves the window `windowDays` later,
 * another takes its place, and the last one grows too old for its class.
 *
 * @param facts of any day
 * @param windowDays civil days; Infinity for all history
 * @param edges asOf days on which another class of recency begins
 * @example
 * nextWindowDay([{ on: epochDay(100) }], epochDay(100), 365, [191]) // => 101
 * nextWindowDay([{ on: epochDay(100) }], epochDay(101), 365, [191]) // => 191
 * nextWindowDay([{ on: epochDay(100) }], epochDay(191), 365, [191]) // => 466
 * nextWindowDay([{ on: epochDay(100) }], epochDay(466), 365, [191]) // => null
 */
export function nextWindowDay(
  facts: readonly WindowFact[],
  after: EpochDay,
  windowDays: number,
  edges: readonly number[],
): EpochDay | null {
  let next = Number.POSITIVE_INFINITY;
  const sooner = (day: number): void => {
    if (day > after && day < next) next = day;
  };
  for (const { on, supersededOn } of facts) {
    sooner(on + 1);
    sooner(on + 1 + windowDays);
    if (supersededOn !== undefined) sooner(supersededOn + 1);
  }
  edges.forEach(sooner);
  return isEpochDay(next) ? next : null;
}
