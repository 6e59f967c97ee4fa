import type { ChatDoubt } from '@siyu/shared/contracts/live.limits';
import type { WordingFault } from '@siyu/shared/contracts/moderation.limits';
import type { MemberTextReading } from '../../records/moderation/index.ts';
import { REFUSED_BY_WECHAT } from './live.errors.ts';

/** What becomes of words in a live: refused with a code, or taken, to wait for a person if anything is in doubt. */
export type ChatJudgement =
  | { readonly refusal: string }
  | { readonly refusal: null; readonly doubts: readonly ChatDoubt[] };

const REFUSALS: Readonly<Record<WordingFault, string>> = {
  promise: 'live.promises_returns',
  stock_tip: 'live.names_stocks',
  private_payment: 'live.asks_for_payment',
  inducement: 'live.lures_people',
};

/**
 * Judges what was said in a live by what both readers say of it: many hear it at once, so that nothing refused is let
 * through as a question (REQ-ADV-2, REQ-ADV-3).
 * @example
 * judgeChat({ findings: [], platformVerdict: null }) // => { refusal: null, doubts: ['wechat_away'] }
 */
export function judgeChat({ findings, platformVerdict }: MemberTextReading): ChatJudgement {
  const refused = findings.find(({ level }) => level === 'refused');
  if (refused !== undefined) return { refusal: REFUSALS[refused.fault] };
  if (platformVerdict === 'risky') return { refusal: REFUSED_BY_WECHAT };
  const doubts = new Set<ChatDoubt>(findings.map(({ fault }) => fault));
  if (platformVerdict === 'review') doubts.add('wechat_review');
  if (platformVerdict === null) doubts.add('wechat_away');
  return { refusal: null, doubts: [...doubts] };
}
