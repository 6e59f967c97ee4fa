import type { CommentDoubt, CommentKind } from '@siyu/shared/contracts/discussion.limits';
import type { WordingFault } from '@siyu/shared/contracts/moderation.limits';
import type { MemberTextReading } from '../../records/moderation/index.ts';
import { REFUSED_BY_WECHAT } from './discussion.errors.ts';

/** What becomes of a text: refused with a code, or taken, to wait for a person if anything is in doubt. */
export type CommentJudgement =
  | { readonly refusal: string }
  | { readonly refusal: null; readonly doubts: readonly CommentDoubt[] };

const REFUSALS: Readonly<Record<WordingFault, string>> = {
  promise: 'discussion.promises_returns',
  stock_tip: 'discussion.names_stocks',
  private_payment: 'discussion.asks_for_payment',
  inducement: 'discussion.lures_people',
};

/**
 * Judges what a member wrote by what both readers say of it. Whether a return is promised may well be asked: that waits
 * for a person.
 * @example
 * judgeComment('COMMENT', { findings: [], platformVerdict: 'pass' }) // => { refusal: null, doubts: [] }
 */
export function judgeComment(
  kind: CommentKind,
  { findings, platformVerdict }: MemberTextReading,
): CommentJudgement {
  const refused = findings.find(
    ({ fault, level }) => level === 'refused' && !(fault === 'promise' && kind === 'QUESTION'),
  );
  if (refused !== undefined) return { refusal: REFUSALS[refused.fault] };
  if (platformVerdict === 'risky') return { refusal: REFUSED_BY_WECHAT };
  const doubts = new Set<CommentDoubt>(findings.map(({ fault }) => fault));
  if (platformVerdict === 'review') doubts.add('wechat_review');
  if (platformVerdict === null) doubts.add('wechat_away');
  return { refusal: null, doubts: [...doubts] };
}
