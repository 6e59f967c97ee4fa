import { epochDay, type EpochDay } from './epoch-day.ts';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Reads a civil day written `YYYY-MM-DD` (proleptic Gregorian calendar, years 0001 … 9999).
 *
 * @returns the day, or null when the text has another form or the calendar has no such day
 * @example
 * parseDay('2026-11-24') // => 20781
 * parseDay('2026-02-29') // => null
 */
export function parseDay(text: string): EpochDay | null {
  const match = DAY.exec(text);
  if (match === null) return null;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const monthDays = month === 2 && isLeap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
  if (year < 1 || day < 1 || day > monthDays) return null;
  // Years that begin in March put the leap day last, so the length of all months before is one formula.
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return epochDay(marchYear * 365 + leapDays + Math.floor((153 * marchMonth + 2) / 5) + day - 1 - 719_468);
}
