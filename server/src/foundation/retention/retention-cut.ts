import { dayOfInstant, epochDay, startOfDay } from '@siyu/shared/time';

const DAY_MS = 86_400_000;

/**
 * The instant before which something kept for so many months is past its time: the start of the same civil day so
 * many months ago, and of the last day of that month where it has no such day.
 * @example
 * retentionCut(Date.parse('2026-11-29T09:00:00+08:00'), 24) // => start of 2024-11-29 in Shanghai
 */
export function retentionCut(now: number, months: number): number {
  const today = new Date(dayOfInstant(now) * DAY_MS);
  const month = today.getUTCMonth() - months;
  const lastDay = new Date(Date.UTC(today.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const cut = Date.UTC(today.getUTCFullYear(), month, Math.min(today.getUTCDate(), lastDay));
  return startOfDay(epochDay(cut / DAY_MS));
}
