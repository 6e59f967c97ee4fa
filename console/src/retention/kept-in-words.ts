import type { RetentionRow } from '@siyu/shared/contracts/retention';
import { formatCount } from '../format/figures.ts';
import { formatCivilDay } from '../format/moments.ts';

/** How long a line is kept; @example keptInWords({ end: 'PURGE', keptMonths: 24 }) // => '24 个月' */
export function keptInWords({ end, keptMonths }: Pick<RetentionRow, 'end' | 'keptMonths'>): string {
  if (keptMonths !== null)
    return keptMonths % 12 === 0 && keptMonths > 24 ? `${keptMonths / 12} 年` : `${keptMonths} 个月`;
  if (end === 'CLOSING') return '到注销账号为止';
  return end === 'PASSING' ? '到用完为止' : '—';
}

/** What the job did last; null for lines that it does not touch. */
export function purgeInWords({ end, purge }: Pick<RetentionRow, 'end' | 'purge'>): string | null {
  if (end !== 'PURGE') return null;
  if (purge === null) return '还没有清理过';
  const before = `${formatCivilDay(purge.before)}以前的`;
  const rows = `${formatCount(purge.removed)} 条`;
  return purge.finishedAt === null ? `正在清理${before}，已删除 ${rows}` : `${before}已清理，删除 ${rows}`;
}
