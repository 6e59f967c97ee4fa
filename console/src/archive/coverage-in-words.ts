import type { ArchiveCoverage } from '@siyu/shared/contracts/archive';
import { UNKEPT } from '@siyu/shared/messages';
import { formatCount } from '../format/figures.ts';
import { formatInstant } from '../format/moments.ts';

/**
 * How many leave a trace and how many do not, and which share these are.
 * @example keptSentence({ total: 8, kept: 6 }, '位') // => '6 位留痕，2 位未留痕（25%）'
 */
export function keptSentence(
  { total, kept }: { readonly total: number; readonly kept: number },
  unit: string,
): string {
  if (total === 0) return '还没有';
  const unkept = total - kept;
  const share = Math.round((unkept / total) * 100);
  return `${formatCount(kept)} ${unit}留痕，${formatCount(unkept)} ${unit}${UNKEPT}（${share}%）`;
}

/** What somebody has to see to now; null when all is well. */
export function alarmSentence({ isOn, alarm, caughtUpAt, lost }: ArchiveCoverage): string | null {
  if (!isOn) return `没有接入企业微信会话存档，所有会话都${UNKEPT}。`;
  if (alarm === 'BEHIND' && caughtUpAt !== null)
    return `会话存档从 ${formatInstant(caughtUpAt)} 起没有读到最新。企业微信只留五天，更早的会话正在丢失，请立即检查任务「拉取会话存档」。`;
  if (alarm === 'LOST' && lost !== null)
    return `${formatInstant(lost.from)} 到 ${formatInstant(lost.to)} 的会话没有读到，企业微信已不再提供。`;
  return null;
}

/** Records nobody can read; null when there are none. */
export function unreadSentence({ unread }: ArchiveCoverage): string | null {
  const { unknownKey, damaged, keyVersions } = unread;
  const parts = [
    ...(unknownKey > 0
      ? [`${formatCount(unknownKey)} 条缺少私钥（公钥版本 ${keyVersions.join('、')}），放入私钥后会自动读出`]
      : []),
    ...(damaged > 0 ? [`${formatCount(damaged)} 条无法解开，已原样保存`] : []),
  ];
  return parts.length === 0 ? null : `${parts.join('；')}。`;
}
