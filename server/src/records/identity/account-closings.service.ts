import { Injectable } from '@nestjs/common';
import type { CloseAccount, ClosedAccount } from '@siyu/shared/contracts/account-closing';
import { CLOSING_TEXT_VERSION } from '@siyu/shared/contracts/privacy.limits';
import { Audit } from '../../foundation/audit/index.ts';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { among, Database, selectRows, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { type EntityManager, In } from 'typeorm';
import { Touches } from '../channels/index.ts';
import { AccountClosing } from './account-closing.entity.ts';
import { ClosingJournal, type JournalledClosing } from './closing-journal.ts';
import { ClosedIdentity } from './closed-identity.service.ts';
import { closingTextOutdated } from './identity.errors.ts';
import { MemberClocks } from './member-clock.service.ts';
import { MemberLinks } from './member-links.service.ts';
import { type MemberRecord, MemberRegister } from './member-register.service.ts';
import { Member } from './member.entity.ts';
import { Restrictions } from './restrictions.service.ts';

/** Who acts when a backup is put back that still held somebody. */
const JOURNAL: Principal = {
  audience: 'machine',
  id: 'closing-journal',
  memberNo: null,
  roles: [],
  scope: { kind: 'firm' },
  sessionId: null,
};

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
    private readonly randomness: Randomness,
    private readonly clocks: MemberClocks,
    private readonly links: MemberLinks,
    private readonly register: MemberRegister,
    private readonly restrictions: Restrictions,
    private readonly audit: Audit,
    private readonly closedIdentity: ClosedIdentity,
    private readonly touches: Touches,
    private readonly journal: ClosingJournal,
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
    const { closed, closedAt } = await this.database.runInTransaction(async (tx) => {
      await this.clocks.lock(tx, [memberNo]);
      const done = await tx.manager.findOne(AccountClosing, { where: [{ closingId }, { memberNo }] });
      if (done !== null) return { closed: null, closedAt: done.closedAt };
      if (textVersion !== CLOSING_TEXT_VERSION) throw closingTextOutdated();
      return this.#carryOut(tx, caller, [memberNo], { closingId, textVersion });
    });
    if (closed !== null) await this.journal.note([closed]);
    return { closedAt: new Date(closedAt).toISOString() };
  }

  /** By the same way, for somebody who is found to be under age: what becomes of the data is the same. */
  async closeMinor(caller: Principal, memberNo: number, reason: string): Promise<void> {
    const closed = await this.database.runInTransaction(async (tx) => {
      await this.clocks.lock(tx, [memberNo]);
      if (await tx.manager.existsBy(AccountClosing, { memberNo })) return null;
      const closing = { closingId: this.randomness.uuid(), textVersion: CLOSING_TEXT_VERSION };
      const done = await this.#carryOut(tx, caller, [memberNo], closing);
      const { memberId } = await this.register.getMember(memberNo, tx.manager);
      await this.audit.record(tx, {
        actor: caller,
        action: 'identity.close_minor',
        subjectKind: 'member',
        subjectId: memberId,
        subjectNo: memberNo,
        inputs: { reason, closingId: closing.closingId },
      });
      return done.closed;
    });
    if (closed !== null) await this.journal.note([closed]);
  }

  /** Closes what a backup brought back, under the same id; whom it never held, and what is closed, it leaves alone. */
  async closeAgain({ closingId, memberIds, textVersion }: JournalledClosing): Promise<void> {
    const known = await this.database.read.findBy(Member, { memberId: In([...memberIds]) });
    const numbers = known.map(({ memberNo }) => memberNo);
    const closed = await this.closedAmong(numbers, this.database.read);
    const open = numbers.filter((number) => !closed.has(number));
    if (open.length === 0) return;
    await this.database.runInTransaction(async (tx) => {
      await this.clocks.lock(tx, open);
      // Another server that starts on the same database may have been first.
      const done = await this.closedAmong(open, tx.manager);
      const left = open.filter((number) => !done.has(number));
      if (left.length > 0) await this.#carryOut(tx, JOURNAL, left, { closingId, textVersion });
    });
  }

  async #carryOut(
    tx: Transaction,
    actor: Principal,
    memberNos: readonly number[],
    { closingId, textVersion }: { readonly closingId: string; readonly textVersion: string },
  ): Promise<{ readonly closed: JournalledClosing; readonly closedAt: number }> {
    const persons = await this.links.personsOf(memberNos);
    const numbers = [...new Set(memberNos.flatMap((number) => persons.get(number)?.numbers ?? [number]))];
    const members: MemberRecord[] = [];
    for (const number of memberNos) members.push(await this.register.getMember(number, tx.manager));
    const [person] = members;
    if (person === undefined) throw new RangeError('a closing is somebody’s');
    for (const member of members) await this.restrictions.restrict(tx, actor, member, 'account_closed');
    const closedAt = this.clock.now();
    for (const handler of this.handlers) await handler(tx, numbers);
    await this.touches.forget(tx, numbers);
    await this.closedIdentity.erase(tx, numbers, closedAt);
    await tx.manager.insert(
      AccountClosing,
      numbers.map((number) => ({ memberNo: number, closingId, textVersion, closedAt })),
    );
    await this.audit.record(tx, {
      actor,
      action: 'identity.account_closed',
      subjectKind: 'member',
      subjectId: person.memberId,
      subjectNo: person.memberNo,
      inputs: { closingId, textVersion, registrations: numbers.length },
    });
    const registered = await tx.manager.findBy(Member, { memberNo: In(numbers) });
    const memberIds = registered.map(({ memberId }) => memberId);
    return { closed: { closingId, memberIds, textVersion }, closedAt };
  }
}
