import type { PlatformSendRows } from '@siyu/shared/contracts/platform-sends';
import { formatCount } from '../format/figures.ts';

/** How much waits, and how the last day went; the unknown ones are somebody's work. */
export function SendCounts({ counts }: { counts: Pick<PlatformSendRows, 'open' | 'day'> }) {
  const { open, day } = counts;
  return (
    <p className="say" role="status">
      {open.unknown > 0 ? `${formatCount(open.unknown)} 条结果未知，等待核对。` : '没有结果未知的发送。'}
      待发送 {formatCount(open.planned)} 条，发送中 {formatCount(open.sending)} 条。近 24 小时：已送达平台{' '}
      {formatCount(day.sent)} 条，平台拒绝 {formatCount(day.failed)} 条，未发送 {formatCount(day.withheld)}{' '}
      条。
    </p>
  );
}
