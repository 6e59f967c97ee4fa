import { Injectable } from '@nestjs/common';
import type { ConfirmNotice } from '@siyu/shared/contracts/product-shelf';
import { NOTICE_DWELL_MS_MIN } from '@siyu/shared/contracts/product-shelf.limits';
import type { MatchQuestion } from '@siyu/shared/suitability';
import { Clock, Randomness } from '../../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../../platform/database/index.ts';
import { Identity } from '../../identity/index.ts';
import { noticeSha256 } from './decision-hash.ts';
import {
  answersMissing,
  matchRefused,
  noticeNotDue,
  noticeTextChanged,
  noticeUnread,
  productUnknown,
} from './decisions.errors.ts';
import { GivenNoticeEntry } from './given-notice.entity.ts';
import { noticeDocument } from './notice-document.ts';
import { SuitabilityGate } from './suitability-gate.ts';

/** Members read notices and confirm them, one after the other, each a record of its own (REQ-SUIT-3, REQ-SUIT-13). */
@Injectable()
export class NoticeConfirmations {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly identity: Identity,
    private readonly gate: SuitabilityGate,
  ) {}

  /**
   * Keeps that a member read the next notice. One that is confirmed already changes nothing.
   * @throws {AppError} suitability.product_unknown, suitability.refused, suitability.notice_not_due,
   *   suitability.notice_text_changed, suitability.notice_unread, suitability.answers_missing
   */
  async confirm(memberNo: number, productId: string, confirmed: ConfirmNotice): Promise<void> {
    await this.database.runInTransaction(async (tx) => {
      await this.identity.lockMembers(tx, [memberNo]);
      const pairs = { door: 'PURCHASE', memberNos: [memberNo], productIds: [productId] } as const;
      const [foreseen] = await this.gate.foresee(pairs, tx.manager);
      if (foreseen === undefined) throw productUnknown();
      const { match, question } = foreseen;
      if (match.verdict === 'UNSUITABLE') throw matchRefused(match.reasons);
      if (match.verdict === 'SUITABLE' || !match.notices.includes(confirmed.kind)) throw noticeNotDue();
      if (!match.due.includes(confirmed.kind)) return;
      if (match.due[0] !== confirmed.kind) throw noticeNotDue();
      await this.#keep(tx, memberNo, productId, question, confirmed);
    });
  }

  async #keep(
    tx: Transaction,
    memberNo: number,
    productId: string,
    { investor, product, asking }: MatchQuestion,
    { kind, sha256: confirmedSha256, dwellMs, hasReachedEnd, answers }: ConfirmNotice,
  ): Promise<void> {
    const { text, version, sha256: textSha256 } = noticeDocument(kind);
    if (confirmedSha256 !== textSha256) throw noticeTextChanged();
    if ((answers === null) === (kind === 'MORE_INFORMATION')) throw answersMissing();
    const givenAt = this.clock.now();
    // A phone can say anything: no notice was open before the one ahead of it was confirmed.
    const openSince = Math.max(asking.askedAt ?? 0, ...asking.notices.map(({ at }) => at));
    const openMs = Math.min(dwellMs, givenAt - openSince);
    if (!hasReachedEnd || openMs < NOTICE_DWELL_MS_MIN) throw noticeUnread();
    const { memberId } = await this.identity.getMember(memberNo);
    const notice = {
      noticeId: this.randomness.uuid(),
      productId,
      kind,
      textVersion: version,
      textSha256,
      investorLevel: investor.level,
      productLevel: product.level,
      dwellMs: openMs,
      hasReachedEnd,
      answers,
      givenAt,
    };
    const sha256 = noticeSha256({ ...notice, memberId });
    await insertRows(tx, GivenNoticeEntry, [{ ...notice, memberNo, text, sha256 }]);
  }
}
