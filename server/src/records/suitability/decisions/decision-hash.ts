import type { MoreInformation } from '@siyu/shared/contracts/product-shelf';
import type { Door, InvestorLevel, MatchRecord, NoticeKind, RiskLevel } from '@siyu/shared/suitability';
import { sha256OfJson } from '../../../foundation/audit/index.ts';

/** A decision as it is hashed and handed out: the member under the public id. */
export interface HashedDecision {
  readonly decisionId: string;
  readonly memberId: string;
  readonly productId: string;
  readonly door: Door;
  readonly purpose: string;
  readonly assessmentId: string | null;
  readonly productSha256: string;
  readonly record: MatchRecord;
  readonly decidedAt: number;
  readonly clearedUntil: number | null;
}

/** Hash over a decision, whatever stands beside it. */
export function decisionSha256(decision: HashedDecision): string {
  const { decisionId, memberId, productId, door, purpose, assessmentId, productSha256 } = decision;
  const { record, decidedAt, clearedUntil } = decision;
  return sha256OfJson([
    'suitability-decision',
    { decisionId, memberId, productId, door, purpose, assessmentId, productSha256 },
    { record, decidedAt, clearedUntil },
  ]);
}

/** The same facts with the same answer have the same, whatever the moment. */
export function outcomeSha256(
  { ruleVersion, textVersion, rules, question: { investor, product, asking }, match }: MatchRecord,
  productSha256: string,
): string {
  return sha256OfJson({
    ruleVersion,
    textVersion,
    rules,
    investor,
    product,
    asking,
    match,
    productSha256,
  });
}

/** An asking as it is hashed and handed out. */
export interface HashedAsking {
  readonly askingId: string;
  readonly memberId: string;
  readonly productId: string;
  readonly askedAt: number;
}

export function askingSha256({ askingId, memberId, productId, askedAt }: HashedAsking): string {
  return sha256OfJson(['product-asking', { askingId, memberId, productId, askedAt }]);
}

/** A notice as it is hashed and handed out. */
export interface HashedNotice {
  readonly noticeId: string;
  readonly memberId: string;
  readonly productId: string;
  readonly kind: NoticeKind;
  readonly textVersion: number;
  readonly textSha256: string;
  readonly investorLevel: InvestorLevel | null;
  readonly productLevel: RiskLevel | null;
  readonly dwellMs: number;
  readonly hasReachedEnd: boolean;
  readonly answers: MoreInformation | null;
  readonly givenAt: number;
}

/** Its text is in it by the text's own hash. */
export function noticeSha256(notice: HashedNotice): string {
  const { noticeId, memberId, productId, kind, textVersion, textSha256 } = notice;
  const { investorLevel, productLevel, dwellMs, hasReachedEnd, answers, givenAt } = notice;
  return sha256OfJson([
    'product-notice',
    { noticeId, memberId, productId, kind, textVersion, textSha256 },
    { investorLevel, productLevel, dwellMs, hasReachedEnd, answers, givenAt },
  ]);
}
