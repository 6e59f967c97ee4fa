import { Injectable } from '@nestjs/common';
import type { CloseAccount, ClosedAccount } from '@siyu/shared/contracts/account-closing';
import { CLOSING_TEXT_VERSION } from '@siyu/shared/contracts/privacy.limits';
import { Audit } from '../../foundation/audit/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { among, Database, selectRows, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import type { EntityManager } from 'typeorm';
import { Touches } from '../channels/index.ts';
import { AccountClosing } from './account-closing.entity.ts';
import { ClosedIdentity } from './closed-identity.service.ts';
import { closingTextOutdated } from './identity.errors.ts';
import { MemberClocks } from './member-clock.service.ts';
import { MemberLinks } from './member-links.service.ts';
import { MemberRegister } from './member-register.service.ts';
import { Restrictions } from './restrictions.service.ts';

/** Told, in the transaction of the closing, whose records are to be erased or made nobody's. */
export type AccountClosedHandler = (tx: Transaction, memberNos: readonly number[]) => Promise<void>;

/**
 * A member closes the account (PIPL 47). In one transaction the person's names are erased, each module erases what
 * it has no duty to keep, and what the law keeps is restricted for good. Every registration of the person goes.
 */
@Injectable()
export class AccountClosings {
  private readonly handlers: AccountClosedHandler[] = [];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly clocks: MemberClocks,
    private readonly links: MemberLinks,
    private readonly register: MemberRegister,
    private readonly restrictions: Restrictions,
    private readonly audit: Audit,
    private readonly closedIdentity: ClosedIdentity,
    private readonly touches: Touches,
  ) {}

  onClosed(handler: AccountClosedHandler): void {
    this.handlers.push(handler);
  }

  /** Which of these registrations are closed. */
  async closedAmong(memberNos: readonly number[], manager: EntityManager): Promise<ReadonlySet<number>> {
    if (memberNos.length === 0) return new Set();
    const closings = await selectRows(manager, AccountClosing, among('member_no', memberNos));
    return new Set(closings.map(({ memberNo }) => memberNo));
  }

  /**
   * Takes effect once. A phone that never heard the answer has lost its session by it and asks again as somebody
   * new: the id of the closing answers for it.
   * @throws {AppError} identity.closing_text_outdated
   */
  async close(
    caller: Principal,
    memberNo: number,
    closingId: string,
    { textVersion }: CloseAccount,
  ): Promise<ClosedAccount> {
    return this.database.runInTransaction(async (tx) => {
      await this.clocks.lock(tx, [memberNo]);
      const done = await tx.manager.findOne(AccountClosing, { where: [{ closingId }, { memberNo }] });
      if (done !== null) return { closedAt: new Date(done.closedAt).toISOString() };
      if (textVersion !== CLOSING_TEXT_VERSION) throw closingTextOutdated();
      const numbers = (await this.links.personsOf([memberNo])).get(memberNo)?.numbers ?? [memberNo];
      const closedAt = this.clock.now();
      await this.restrictions.restrict(tx, caller, await this.register.getMember(memberNo), 'account_closed');
      for (const handler of this.handlers) await handler(tx, numbers);
      await this.touches.forget(tx, numbers);
      await this.closedIdentity.erase(tx, numbers, closedAt);
      await tx.manager.insert(
        AccountClosing,
        numbers.map((number) => ({ memberNo: number, closingId, textVersion, closedAt })),
      );
      await this.audit.record(tx, {
        actor: caller,
        action: 'identity.account_closed',
        subjectKind: 'member',
        subjectId: caller.id,
        subjectNo: memberNo,
        inputs: { closingId, textVersion, registrations: numbers.length },
      });
      return { closedAt: new Date(closedAt).toISOString() };
    });
  }
}
