import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WHOLE_ACCOUNT } from '@siyu/shared/contracts/notifications.limits';
import { type EntityManager, In } from 'typeorm';
import {
  type Admission,
  type SendFacts,
  type SendOutcome,
  SubscribeSends,
} from '../../foundation/wechat/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { Identity } from '../identity/index.ts';
import { Notice, NoticeWish } from './notice.entity.ts';
import { noticeIdOf } from './notices.service.ts';
import { SubscribeLedger } from './subscribe-ledger.service.ts';

/** WeChat: the person refuses, or no accept is left. */
const NONE_LEFT = 'wechat.43101';

/** What is asked when a subscribe message goes out, and what its end means for the ledger. */
@Injectable()
export class SubscribeHooks implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly ledger: SubscribeLedger,
    private readonly sends: SubscribeSends,
  ) {}

  onModuleInit(): void {
    this.sends.use({
      about: (_, facts, manager) => this.#about(manager, facts),
      admit: (tx, facts) => this.#admit(tx, facts),
      settled: (tx, facts, outcome) => this.#settled(tx, facts, outcome),
    });
  }

  /** A message about a text is held with the text. */
  async #about(manager: EntityManager, { businessKey }: SendFacts): Promise<{ contentId?: string }> {
    const noticeId = noticeIdOf(businessKey);
    const notice = noticeId === null ? null : await manager.findOneBy(Notice, { noticeId });
    return notice !== null && notice.subject !== WHOLE_ACCOUNT ? { contentId: notice.itemId } : {};
  }

  /** The member may have asked for it no longer, or withdrawn, since it was planned. */
  async #admit(tx: Transaction, { businessKey }: SendFacts): Promise<Admission> {
    const noticeId = noticeIdOf(businessKey);
    if (noticeId === null) return null;
    const notice = await tx.manager.findOneBy(Notice, { noticeId });
    if (notice === null) return { withhold: 'sends.account_closed' };
    const { memberNo, kind, subject, templateId } = notice;
    if (!(await this.identity.mayProcess(memberNo, 'SERVICE', tx.manager)))
      return { withhold: 'notifications.no_consent' };
    const numbers = await this.identity.numbersOf(memberNo);
    if (!(await tx.manager.existsBy(NoticeWish, { memberNo: In([...numbers]), kind, subject })))
      return { withhold: 'notifications.turned_off' };
    const isHeld = await this.ledger.hold(tx, { memberNo, templateId, noticeId });
    return isHeld ? null : { withhold: 'notifications.none_left' };
  }

  async #settled(tx: Transaction, { businessKey }: SendFacts, outcome: SendOutcome): Promise<void> {
    const noticeId = noticeIdOf(businessKey);
    if (noticeId === null) return;
    const notice = await tx.manager.findOneBy(Notice, { noticeId });
    if (notice === null) return;
    const { state, errorCode } = outcome;
    const settledAt = state === 'UNKNOWN' ? null : this.clock.now();
    await tx.manager.update(Notice, { noticeId }, { state, reason: errorCode, settledAt });
    const { memberNo, templateId } = notice;
    // Of one nobody knows the end of, the message stays held.
    if (state === 'SENT' || state === 'UNKNOWN') return;
    if (errorCode === NONE_LEFT)
      await this.ledger.empty(tx, { memberNo, templateId }, 'REFUSED', `refused:${noticeId}`);
    else await this.ledger.giveBack(tx, { memberNo, templateId, noticeId });
  }
}
