const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** `2026-11-23` → `11月23日`; with the year when it is not the present one. */
export function dayInWords(day: string, now: number = Date.now()): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const monthAndDay = `${Number(month)}月${Number(date)}日`;
  return Number(year) === shanghai(now).getUTCFullYear() ? monthAndDay : `${year}年${monthAndDay}`;
}

/** `2026-10-05` → `2026年10月`. */
export function monthInWords(day: string): string {
  const [year = '', month = ''] = day.split('-');
  return `${year}年${Number(month)}月`;
}

/** An instant of the wire → `11月23日 14:05`, in Shanghai wherever the phone is. */
export function momentInWords(instant: string, now: number = Date.now()): string {
  const at = shanghai(Date.parse(instant));
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${at.getUTCFullYear()}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`;
  return `${dayInWords(day, now)} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}

/** Hour of the day in Shanghai, 0–23. */
export function hourOfDay(now: number = Date.now()): number {
  return shanghai(now).getUTCHours();
}

/** A date whose UTC fields read as Shanghai's clock (no daylight saving since 1991). */
function shanghai(ms: number): Date {
  return new Date(ms + SHANGHAI_OFFSET_MS);
}
