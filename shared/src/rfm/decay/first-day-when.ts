import { EPOCH_DAY_MAX, epochDay, type EpochDay } from '../../time/index.ts';

/**
 * The first day after `after` on which a statement holds that stays true once it has become true, such as
 * "the decayed sum has fallen under a cut". Looks ahead in doubling steps, then halves the span: a dozen
 * questions where a walk would ask for hundreds of days.
 *
 * @param withinDays how far to look ahead
 * @returns null when it does not hold on the last of these days
 * @example
 * firstDayWhen(epochDay(100), (day) => day > 130, 365) // => 131
 */
export function firstDayWhen(
  after: EpochDay,
  holds: (day: EpochDay) => boolean,
  withinDays: number,
): EpochDay | null {
  const last = Math.min(after + withinDays, EPOCH_DAY_MAX);
  let below: number = after;
  let above = after + 1;
  while (above < last && !holds(epochDay(above))) {
    below = above;
    above = Math.min(last, after + 2 * (above - after));
  }
  if (above > last || !holds(epochDay(above))) return null;
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (holds(epochDay(middle))) above = middle;
    else below = middle;
  }
  return epochDay(above);
}
