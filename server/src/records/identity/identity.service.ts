import { Injectable } from '@nestjs/common';
import type { Touch } from '@siyu/shared/contracts/channels';
import type { ConsentPurpose, Purpose } from '@siyu/shared/contracts/identity.limits';
import type { EntityManager } from 'typeorm';
import type { Fragment, Question, Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { type AccountClosedHandler, AccountClosings } from './account-closings.service.ts';
import { AdviserBook, type AdviserTie } from './adviser-book.service.ts';
import { currentConsentText } from './consent-texts.ts';
import { type ConsentChannel, type ConsentDecision, Consents } from './consent.service.ts';
import { type AccountLinkHandler, type AccountRecord, CoreAccounts } from './core-accounts.service.ts';
import { CoreCustomers } from './core-customer.service.ts';
import { coreCustomerTaken } from './identity.errors.ts';
import { type CompletedDue, type DueMember, MemberClocks } from './member-clock.service.ts';
import { MemberLinks, type Person } from './member-links.service.ts';
import { MemberMerges } from './member-merges.service.ts';
import {
  type ExternalIdentity,
  type MemberRecord,
  MemberRegister,
  type NewMember,
} from './member-register.service.ts';

/** Front door of identity: what other modules ask about members, and what they may do with them. */
@Injectable()
export class Identity {
  constructor(
    private readonly register: MemberRegister,
    private readonly clocks: MemberClocks,
    private readonly consents: Consents,
    private readonly accounts: CoreAccounts,
    private readonly coreCustomers: CoreCustomers,
    private readonly book: AdviserBook,
    private readonly links: MemberLinks,
    private readonly merges: MemberMerges,
    private readonly closings: AccountClosings,
  ) {}

  /** To be the first act of a transaction: registrations queue on the counter row. */
  registerOrFind(
    tx: Transaction,
    identity: ExternalIdentity,
    also?: readonly ExternalIdentity[],
    profile?: NewMember,
  ): Promise<MemberRecord> {
    return this.register.registerOrFind(tx, identity, also, profile);
  }

  /** @throws {AppError} identity.member_not_found */
  getMember(memberNo: number): Promise<MemberRecord> {
    return this.register.getMember(memberNo);
  }

  findByPublicId(memberId: string): Promise<MemberRecord | null> {
    return this.register.findByPublicId(memberId);
  }

  listMembers(memberNos: readonly number[]): Promise<readonly MemberRecord[]> {
    return this.register.listMembers(memberNos);
  }

  /** The same, but for those whose account was closed. */
  listPresent(memberNos: readonly number[]): Promise<readonly MemberRecord[]> {
    return this.register.listPresent(memberNos);
  }

  countMembers(): Promise<number> {
    return this.register.countMembers();
  }

  /** The next numbers after one, for walks over everybody; registrations merged into another one are among them. */
  listNumbersAfter(memberNo: number, limit: number): Promise<readonly number[]> {
    return this.register.listNumbersAfter(memberNo, limit);
  }

  /** The number given last; numbers are dense, so it also says about how many there are. */
  highestNumber(): Promise<number> {
    return this.register.highestNumber();
  }

  /** Makes writers of these members wait for each other; before anything else in the transaction. */
  lockMembers(tx: Transaction, memberNos: readonly number[]): Promise<void> {
    return this.clocks.lock(tx, memberNos);
  }

  /** One tick of the member's clock; call it once per transaction that wrote facts of the member. */
  async advanceClock(tx: Transaction, memberNo: number): Promise<number> {
    return (await this.clocks.advance(tx, [memberNo])).get(memberNo) ?? 0;
  }

  advanceClocks(tx: Transaction, memberNos: readonly number[]): Promise<ReadonlyMap<number, number>> {
    return this.clocks.advance(tx, memberNos);
  }

  /** Present clocks; facts with a seq up to them are committed. */
  seqOf(memberNos: readonly number[], manager?: EntityManager): Promise<ReadonlyMap<number, number>> {
    return this.clocks.seqOf(memberNos, manager);
  }

  /** Members with facts that nobody has followed yet. */
  claimDue(limit: number): Promise<readonly DueMember[]> {
    return this.clocks.claimDue(limit);
  }

  /** Numbers of members whose state changes on or before an as-of day without a new fact, earliest day first. */
  listDueBy(asOf: number, limit: number): Promise<readonly number[]> {
    return this.clocks.listDueBy(asOf, limit);
  }

  completeDue(tx: Transaction, completed: readonly CompletedDue[]): Promise<void> {
    return this.clocks.completeDue(tx, completed);
  }

  /** Members whose state changes by days passing alone no later than the day named of each. */
  lookAgainBy(
    tx: Transaction,
    members: readonly { readonly memberNo: number; readonly dueOn: number }[],
  ): Promise<void> {
    return this.clocks.lookAgainBy(tx, members);
  }

  /** How many members have something that nobody has followed yet: a fact, or a day that has come. */
  countDue(asOf: number): Promise<number> {
    return this.clocks.countDue(asOf);
  }

  /** The one gate before any processing; inside a transaction pass its manager. */
  async mayProcess(memberNo: number, purpose: Purpose, manager?: EntityManager): Promise<boolean> {
    return (await this.consents.permitted([memberNo], purpose, manager)).has(memberNo);
  }

  /** Those of the members whose data may be processed for the purpose. */
  permitted(
    memberNos: readonly number[],
    purpose: Purpose,
    manager?: EntityManager,
  ): Promise<ReadonlySet<number>> {
    return this.consents.permitted(memberNos, purpose, manager);
  }

  /** Which of the purposes hold for each of the members; those for whom none does are absent. */
  permittedPurposesOf(
    memberNos: readonly number[],
    purposes: readonly ConsentPurpose[],
    manager?: EntityManager,
  ): Promise<ReadonlyMap<number, ReadonlySet<string>>> {
    return this.consents.permittedPurposesOf(memberNos, purposes, manager);
  }

  /** Which of the purposes hold for a member, for a joint read; what is read with it may be used only so far. */
  permittedPurposes(
    memberNo: number,
    purposes: readonly ConsentPurpose[],
  ): Question<ReadonlySet<ConsentPurpose>> {
    return this.consents.permittedPurposes(memberNo, purposes);
  }

  decideConsents(
    tx: Transaction,
    memberNo: number,
    decisions: readonly ConsentDecision[],
    channel: ConsentChannel,
    touches?: readonly Touch[],
  ): Promise<void> {
    return this.consents.decide(tx, memberNo, decisions, channel, touches);
  }

  /** Grants the texts in force. */
  grantConsents(
    tx: Transaction,
    memberNo: number,
    purposes: readonly ConsentPurpose[],
    channel: ConsentChannel,
  ): Promise<void> {
    const decisions = purposes.map((purpose) => {
      return { purpose, textVersion: currentConsentText(purpose).version, isGranted: true };
    });
    return this.consents.decide(tx, memberNo, decisions, channel);
  }

  /**
   * Links an account that has been verified.
   * @returns whether the link is new; repeating it is harmless.
   * @throws {AppError} identity.core_customer_taken when another person holds it
   */
  async linkCoreCustomer(
    tx: Transaction,
    actor: Principal | 'system',
    member: MemberRecord,
    coreCustomerId: string,
    verifiedBy: 'phone' | 'counter',
  ): Promise<boolean> {
    const outcome = await this.coreCustomers.claim(tx, actor, member, coreCustomerId, verifiedBy);
    if (outcome === 'taken') throw coreCustomerTaken();
    return outcome === 'linked';
  }

  /**
   * Notes another name of a member: a second openid, a unionid, a contact of WeCom.
   * @returns false when another person holds it; the conflict is on record then.
   */
  linkIdentity(tx: Transaction, memberNo: number, identity: ExternalIdentity): Promise<boolean> {
    return this.register.linkIdentity(tx, memberNo, identity);
  }

  /**
   * Accounts of core customers for a writer of facts, opened where there are none and held until the transaction
   * ends; to be its first act. An account says whose facts these are, if anybody's yet.
   */
  openAccounts(
    tx: Transaction,
    coreCustomerIds: readonly string[],
  ): Promise<ReadonlyMap<string, AccountRecord>> {
    return this.accounts.open(tx, coreCustomerIds);
  }

  /** Accounts whose facts are to be read as those of these numbers, from their `linkedSeq` on. */
  accountsOfMembers(
    memberNos: readonly number[],
    manager?: EntityManager,
  ): Promise<readonly AccountRecord[]> {
    return this.accounts.ofMembers(memberNos, manager);
  }

  /** Called in the transaction that links an account, its member's clock already advanced; call it in `onModuleInit`. */
  onAccountLinked(handler: AccountLinkHandler): void {
    this.accounts.onLinked(handler);
  }

  /** Which of these registrations were closed by their member, for good. */
  closedAmong(memberNos: readonly number[], manager: EntityManager): Promise<ReadonlySet<number>> {
    return this.closings.closedAmong(memberNos, manager);
  }

  /**
   * Called in the transaction that closes an account with every number of the person: erase what there is no duty to
   * keep. Call it in `onModuleInit`.
   */
  onAccountClosed(handler: AccountClosedHandler): void {
    this.closings.onClosed(handler);
  }

  memberNosOfCoreCustomers(
    ids: readonly string[],
    manager?: EntityManager,
  ): Promise<ReadonlyMap<string, number>> {
    return this.coreCustomers.memberNosOf(ids, manager);
  }

  async memberNoOfCoreCustomer(id: string): Promise<number | null> {
    return (await this.coreCustomers.memberNosOf([id])).get(id) ?? null;
  }

  bindAdviser(tx: Transaction, memberNo: number, staffId: string): Promise<void> {
    return this.book.bind(tx, memberNo, staffId);
  }

  /** Staff id of the present adviser, for those members who have one; inside a transaction that binds pass its manager. */
  advisersOf(memberNos: readonly number[], manager?: EntityManager): Promise<ReadonlyMap<number, string>> {
    return this.book.advisersOf(memberNos, manager);
  }

  /** The next persons whom an adviser looks after now, by number. */
  bookOf(staffId: string, after: number, limit: number): Promise<readonly number[]> {
    return this.book.membersOf(staffId, after, limit);
  }

  /** Every binding of these numbers to an adviser, former ones too, with the clock values a replay needs. */
  tiesOf(memberNos: readonly number[]): Promise<readonly AdviserTie[]> {
    return this.book.tiesOf(memberNos);
  }

  /** From now on the records of `memberNo` are read as those of `intoMemberNo`. */
  mergeMembers(tx: Transaction, memberNo: number, intoMemberNo: number): Promise<void> {
    return this.merges.merge(tx, memberNo, intoMemberNo);
  }

  unmergeMembers(tx: Transaction, memberNo: number): Promise<void> {
    return this.merges.unmerge(tx, memberNo);
  }

  /**
   * The person behind each number: the registration that stands for them and every number whose facts are to
   * be read as theirs. A reader looks under `numbers` and shows the result under `memberNo`; what is kept of a
   * number that stands for nobody any more (scores, facts, memberships) is closed.
   */
  personsOf(memberNos: readonly number[]): Promise<ReadonlyMap<number, Person>> {
    return this.links.personsOf(memberNos);
  }

  /** The number that stands for this one: itself, or the registration it was merged into. */
  async resolveMember(memberNo: number): Promise<number> {
    return (await this.links.resolve([memberNo])).get(memberNo) ?? memberNo;
  }

  /** Every number whose facts are to be read as this member's, the own one first. */
  async numbersOf(memberNo: number, manager?: EntityManager): Promise<readonly number[]> {
    return (await this.links.personsOf([memberNo], manager)).get(memberNo)?.numbers ?? [memberNo];
  }

  /** `numbersOf` as a table to join, in its column `member_no`. */
  numbersTable(memberNo: number): Fragment {
    return this.links.numbersOf(memberNo);
  }

  /**
   * For a replay: the numbers whose facts with a seq up to `seq` made up this member when its clock stood at
   * `seq`. Merged registrations tick together, so the same seq bounds the facts of each.
   */
  numbersAt(memberNo: number, seq: number): Promise<readonly number[]> {
    return this.links.numbersAt(memberNo, seq);
  }
}
