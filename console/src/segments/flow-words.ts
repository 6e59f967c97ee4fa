import type { SegmentDay } from '@siyu/shared/contracts/segments';
import { formatCount } from '../format/figures.ts';

/**
 * What the chart shows, computed from the same days.
 * @example flowWords([{ day: '2026-11-30', members: 12, entered: 3, left: 1 }])
 * // => '1 天里有 3 位客户进入、1 位离开，从 10 位到 12 位。'
 */
export function flowWords(days: readonly SegmentDay[]): string {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return '';
  const entered = days.reduce((sum, day) => sum + day.entered, 0);
  const left = days.reduce((sum, day) => sum + day.left, 0);
  const before = first.members - first.entered + first.left;
  if (entered === 0 && left === 0)
    return `${days.length} 天里没有客户进入，也没有客户离开，一直是 ${formatCount(last.members)} 位。`;
  return `${days.length} 天里有 ${formatCount(entered)} 位客户进入、${formatCount(left)} 位离开，从 ${formatCount(before)} 位到 ${formatCount(last.members)} 位。`;
}
