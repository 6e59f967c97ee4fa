import type { PointsTotals } from '@siyu/shared/contracts/points';
import type { Level } from '../course/course-line.ts';
import { formatAmount, formatCount } from '../format/figures.ts';
import { formatCivilDay } from '../format/moments.ts';

const DAY_MS = 86_400_000;

/** Days on which nothing moved have no row: what was owed before them holds through them. */
export const owedLevels = (days: PointsTotals['days']): readonly Level[] =>
  days.map(({ on, points }) => ({ from: Date.parse(`${on}T00:00:00Z`) / DAY_MS, value: points }));

/**
 * What the line shows, computed from the same days.
 * @example owedSentence([{ on: '2026-11-23', points: 1_200, fen: 1_250 }])
 * // => '到目前只汇总过一天：2026年11月23日应付 1,200 分，折合 12.50 元。'
 */
export function owedSentence(days: PointsTotals['days']): string {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return '还没有汇总过的日子。';
  if (days.length === 1)
    return `到目前只汇总过一天：${formatCivilDay(last.on)}应付 ${formatCount(last.points)} 分，折合 ${formatAmount(last.fen)}。`;
  const most = days.reduce((highest, day) => (day.points > highest.points ? day : highest));
  const change = last.points - first.points;
  const changed =
    change === 0
      ? `应付积分首尾相同，都是 ${formatCount(last.points)} 分`
      : `应付积分从 ${formatCount(first.points)} 分${change > 0 ? '增加' : '减少'}到 ${formatCount(last.points)} 分`;
  return `${formatCivilDay(first.on)}到${formatCivilDay(last.on)}，${changed}，折合金额从 ${formatAmount(first.fen)}到 ${formatAmount(last.fen)}；最多的是${formatCivilDay(most.on)}，${formatCount(most.points)} 分。`;
}
