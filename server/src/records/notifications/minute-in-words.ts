import { dayOfInstant, formatDay, startOfDay } from '@siyu/shared/time';

const MINUTE = 60_000;
const twoDigits = (figure: number): string => String(figure).padStart(2, '0');

/**
 * A moment in Shanghai as the fields of a template take it.
 * @example
 * minuteInWords(Date.UTC(2026, 10, 24, 2, 5)) // => '2026年11月24日 10:05'
 */
export function minuteInWords(at: number): string {
  const today = dayOfInstant(at);
  const [year = 0, month = 0, day = 0] = formatDay(today).split('-').map(Number);
  const minute = Math.floor((at - startOfDay(today)) / MINUTE);
  return `${year}年${month}月${day}日 ${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
}
