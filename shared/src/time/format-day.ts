import type { EpochDay } from './epoch-day.ts';

const ERA_DAYS = 146_097; // 400 Gregorian years

/**
 * Writes a civil day as `YYYY-MM-DD`; `parseDay` reads it back. The inverse of its formula, after Howard
 * Hinnant, "chrono-Compatible Low-Level Date Algorithms" (civil_from_days).
 *
 * @example
 * formatDay(epochDay(0)) // => '1970-01-01'
 */
export function formatDay(day: EpochDay): string {
  const shifted = day + 719_468; // days since 0000-03-01
  const era = Math.floor(shifted / ERA_DAYS);
  const dayOfEra = shifted - era * ERA_DAYS;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / (ERA_DAYS - 1))) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const dayOfMonth = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
