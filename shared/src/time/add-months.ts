import type { EpochDay } from './epoch-day.ts';
import { formatDay } from './format-day.ts';
import { parseDay } from './parse-day.ts';

const YEAR_MONTHS = 12;
/** How a month may end, the longest first. */
const LAST_DAYS = ['31', '30', '29', '28'];

/**
 * The same day of the month `months` calendar months later (earlier when negative); the last day of that month when it
 * is shorter.
 *
 * @param months calendar months, a whole number
 * @throws RangeError when `months` is no whole number or the result leaves the years 1 … 9999
 * @example
 * // 2026-11-24
 * formatDay(addMonths(epochDay(20_781), 12)) // => '2027-11-24'
 * // 2024-02-29
 * formatDay(addMonths(epochDay(19_782), 12)) // => '2025-02-28'
 */
export function addMonths(day: EpochDay, months: number): EpochDay {
  if (!Number.isInteger(months)) throw new RangeError(`not a count of months: ${months}`);
  const [year, month, date = ''] = formatDay(day).split('-');
  const since = Number(year) * YEAR_MONTHS + Number(month) - 1 + months;
  const reached = [padded(Math.floor(since / YEAR_MONTHS), 4), padded((since % YEAR_MONTHS) + 1, 2)].join(
    '-',
  );
  for (const last of [date, ...LAST_DAYS.filter((each) => each < date)]) {
    const found = parseDay(`${reached}-${last}`);
    if (found !== null) return found;
  }
  throw new RangeError(`no such month: ${reached}`);
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
