import type { SegmentFreshness, SegmentHoldout } from '@siyu/shared/contracts/segment-definitions';
import { formatCount } from '../format/figures.ts';
import { formatDayBefore } from '../format/moments.ts';

/**
 * How far the facts that were asked have followed.
 * @example freshnessSaid({ asOf: '2026-12-01', due: 0 }) // => '截至 2026年11月30日，含当天；没有等待更新的客户'
 */
export function freshnessSaid({ asOf, due }: SegmentFreshness): string {
  const waiting = due === 0 ? '没有等待更新的客户' : `${formatCount(due)} 位客户的新变化还在更新`;
  return `截至 ${formatDayBefore(asOf)}，含当天；${waiting}`;
}

/**
 * Who is held back, and whether as many as there should be.
 * @example holdoutSaid({ heldOut: 51, expected: 50, isSuspicious: false }, 10) // => '留出 10%，现在 51 位，应有约 50 位，差别在随机范围内'
 */
export function holdoutSaid(holdout: SegmentHoldout | null, percent: number): string {
  if (holdout === null) return percent === 0 ? '没有留出' : `留出 ${percent}%`;
  const { heldOut, expected, isSuspicious } = holdout;
  const judged = isSuspicious ? '差得超出随机范围，不能用来看效果' : '差别在随机范围内';
  return `留出 ${percent}%，现在 ${formatCount(heldOut)} 位，应有约 ${formatCount(Math.round(expected))} 位，${judged}`;
}

/**
 * How many of all a rule holds.
 * @example shareSaid({ members: 12, total: 80 }) // => '在可以归入客群的 80 位客户里占 15.0%'
 */
export function shareSaid({ members, total }: { readonly members: number; readonly total: number }): string {
  if (total === 0) return '还没有可以归入客群的客户';
  return `在可以归入客群的 ${formatCount(total)} 位客户里占 ${((members / total) * 100).toFixed(1)}%`;
}
