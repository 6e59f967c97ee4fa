import { addDays } from './add-days.ts';
import type { EpochDay } from './epoch-day.ts';

/** 1970-01-01 was a Thursday. */
const THURSDAY = 4;

/**
 * The `count`-th working day after `day`, which itself is not counted: what has to be done within so many working days
 * is late on the day after. Saturdays and Sundays are never working days, since the exchanges do not open on the
 * weekends that the state makes up for holidays with.
 *
 * @param count working days, from 1
 * @param isHoliday whether a weekday is none, from the exchanges' calendar
 * @throws RangeError when `count` is no whole number above zero
 * @example
 * // 2026-11-27 is a Friday: the next working day is Monday the 30th.
 * addWorkingDays(epochDay(20_784), 1, () => false) // => 20_787
 */
export function addWorkingDays(
  day: EpochDay,
  count: number,
  isHoliday: (day: EpochDay) => boolean,
): EpochDay {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`not a count of days: ${count}`);
  let reached = day;
  for (let left = count; left > 0;) {
    reached = addDays(reached, 1);
    const weekday = (((reached + THURSDAY) % 7) + 7) % 7;
    if (weekday !== 0 && weekday !== 6 && !isHoliday(reached)) left -= 1;
  }
  return reached;
}
