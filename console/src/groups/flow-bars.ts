import type { GroupDay } from '@siyu/shared/contracts/communities-desk';
import { formatCount } from '../format/figures.ts';

interface Box {
  readonly width: number;
  readonly height: number;
}
interface FlowBar {
  readonly day: string;
  readonly x: number;
  readonly width: number;
  /** Heights over and under the line in the middle. */
  readonly up: number;
  readonly down: number;
}

/** Of a day's place, what its bar fills. */
const FILL = 0.7;

/** Bars of every day on one scale for both directions. */
export function flowBars(
  days: readonly GroupDay[],
  { width, height }: Box,
): { readonly bars: readonly FlowBar[]; readonly middle: number; readonly most: number } {
  const most = Math.max(0, ...days.flatMap(({ joins, leaves }) => [joins, leaves]));
  const middle = height / 2;
  const step = width / Math.max(1, days.length);
  const heightOf = (count: number): number => (most === 0 ? 0 : (count / most) * middle);
  const bars = days.map(({ day, joins, leaves }, at) => ({
    day,
    x: at * step + (step * (1 - FILL)) / 2,
    width: step * FILL,
    up: heightOf(joins),
    down: heightOf(leaves),
  }));
  return { bars, middle, most };
}

/**
 * What the bars show, computed from the same days.
 * @example flowSentence([{ day: '2026-11-28', joins: 3, leaves: 1 }]) // => '近 1 天有 3 人进群、1 人退群，净增 2 人。'
 */
export function flowSentence(days: readonly GroupDay[]): string {
  const joins = days.reduce((sum, day) => sum + day.joins, 0);
  const leaves = days.reduce((sum, day) => sum + day.leaves, 0);
  if (joins === 0 && leaves === 0) return `近 ${days.length} 天没有人进群，也没有人退群。`;
  const change = joins - leaves;
  const net =
    change === 0 ? '人数没有变' : `净${change > 0 ? '增' : '减'} ${formatCount(Math.abs(change))} 人`;
  return `近 ${days.length} 天有 ${formatCount(joins)} 人进群、${formatCount(leaves)} 人退群，${net}。`;
}
