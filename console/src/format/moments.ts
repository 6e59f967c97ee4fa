const zone = { timeZone: 'Asia/Shanghai' } as const;
const day = new Intl.DateTimeFormat('zh-CN', { ...zone, year: 'numeric', month: 'numeric', day: 'numeric' });
const clock = new Intl.DateTimeFormat('zh-CN', {
  ...zone,
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

function partsOf(instant: string): { year: string; month: string; day: string; time: string } {
  const moment = new Date(instant);
  const part = (type: string) => day.formatToParts(moment).find((each) => each.type === type)?.value ?? '';
  return { year: part('year'), month: part('month'), day: part('day'), time: clock.format(moment) };
}

/** @example formatInstant('2026-11-23T06:05:00Z') // => '2026年11月23日 14:05' */
export function formatInstant(instant: string): string {
  const { year, month, day: date, time } = partsOf(instant);
  return `${year}年${month}月${date}日 ${time}`;
}

/** Without the year, for narrow columns; @example formatShortInstant('2026-11-23T06:05:00Z') // => '11月23日 14:05' */
export function formatShortInstant(instant: string): string {
  const { month, day: date, time } = partsOf(instant);
  return `${month}月${date}日 ${time}`;
}

/** @example formatClock('2026-11-23T06:05:00Z') // => '14:05' */
export const formatClock = (instant: string): string => clock.format(new Date(instant));

/** In the two largest units, rounded down; @example formatSpan(3900000) // => '1 小时 5 分' */
export function formatSpan(ms: number): string {
  const seconds = Math.floor(ms / 1_000);
  const parts = [
    [Math.floor(seconds / 86_400), '天'],
    [Math.floor(seconds / 3_600) % 24, '小时'],
    [Math.floor(seconds / 60) % 60, '分'],
    [seconds % 60, '秒'],
  ] as const;
  const first = parts.findIndex(([count]) => count > 0);
  if (first === -1) return '不到 1 秒';
  const shown = parts.slice(first, first + 2).filter(([count]) => count > 0);
  return shown.map(([count, unit]) => `${count} ${unit}`).join(' ');
}

/** @example formatCivilDay('2026-11-03') // => '2026年11月3日' */
export function formatCivilDay(civilDay: string): string {
  const [year, month, date] = civilDay.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** The last day that an exclusive day boundary takes in; @example formatDayBefore('2026-11-01') // => '2026年10月31日' */
export function formatDayBefore(boundary: string): string {
  const day = new Date(Date.parse(`${boundary}T00:00:00Z`) - 86_400_000);
  return formatCivilDay(day.toISOString().slice(0, 10));
}
