import { addDays, formatDay, parseDay } from '@siyu/shared/time';

/**
 * The day boundary at which a day is over; null, or a day that is still being typed, asks for now.
 * @example boundaryAfter('2026-11-30') // => '2026-12-01'
 */
export function boundaryAfter(day: string | null): string | null {
  const known = day === null ? null : parseDay(day);
  return known === null ? null : formatDay(addDays(known, 1));
}
