import type { SegmentRows } from '@siyu/shared/contracts/segments';
import type { SegmentKind } from '@siyu/shared/contracts/segments.limits';
import { formatWan } from '../format/figures.ts';

const meanings: Readonly<Record<string, string>> = {
  'group.KEY_GUIDE': '买得勤：质量档位达到高档。',
  'group.KEY_DEVELOP': '买得多：数量档位达到高档，而且还不算勤。',
  'group.POTENTIAL': '最近买过，但还不多也不勤。',
  'group.LONG_TAIL': '其余的客户，包括还没有买过的。',
  'stage.STRANGER': '刚刚认识。',
  'stage.WEAK_TIE': '有了投资顾问，或加入了一个社群。',
  'stage.FAMILIAR': '常来学习，也走完了一条学习路线。',
  'stage.TRUSTING': '用过咨询，并做过有效的风险测评。',
  'stage.CO_CREATING': '意见被采用过，帮到了其他人。',
};
const axisMeanings = {
  amount: '观察期内购买金额的档位，1 档最低，6 档最高。',
  frequency: '观察期内购买次数的档位，1 档最低，6 档最高。',
  benefit: '观察期内带来收入的档位，1 档最低，6 档最高。',
} as const;

/** What brings a member into a segment; the tiers are told from the cuts that are in force. */
export function segmentMeaning(kind: SegmentKind, code: string, tiers: SegmentRows['tiers']): string {
  if (kind === 'tier') return tierMeaning(code, tiers);
  if (kind === 'group' || kind === 'stage') return meanings[`${kind}.${code}`] ?? '';
  return axisMeanings[kind];
}

function tierMeaning(code: string, { affluentFromFen, highNetWorthFromFen }: SegmentRows['tiers']): string {
  const [affluent, highest] = [formatWan(affluentFromFen), formatWan(highNetWorthFromFen)];
  if (code === 'HIGH_NET_WORTH') return `在本公司持有 ${highest}元及以上。`;
  return code === 'AFFLUENT'
    ? `在本公司持有 ${affluent}元及以上，不到 ${highest}元。`
    : `在本公司持有不到 ${affluent}元，包括没有持有。`;
}
