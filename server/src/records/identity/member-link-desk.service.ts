import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LinkRequestKind } from '@siyu/shared/contracts/identity.limits';
import { PublicId } from '@siyu/shared/contracts/primitives';
import { z } from 'zod';
import { Audit } from '../../foundation/audit/index.ts';
import { type DecidedReview, Reviews } from '../../foundation/reviews/index.ts';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency/index.ts';
import { CoreCustomers } from './core-customer.service.ts';
import { IdentityConflicts } from './identity-conflicts.service.ts';
import { alreadyMerged, memberNotFound, notMerged, twoAccounts } from './identity.errors.ts';
import { linkRequestSha256 } from './link-request-sha256.ts';
import { MemberLinkRequest } from './member-link-request.entity.ts';
import { MemberLinks } from './member-links.service.ts';
import { MemberMerges } from './member-merges.service.ts';
import { type MemberRecord, MemberRegister } from './member-register.service.ts';
import { MemberScopes } from './member-scopes.service.ts';
import { maskedMember } from './masked-member.ts';

const SUBJECT = 'member_link';
const Opened = z.object({ requestId: PublicId });
const WORDS: Record<LinkRequestKind, string> = { MERGE: '并入', SEPARATE: '拆出自' };

/** What somebody asks for: that `member` be read as `into`, or no longer. */
interface Asked {
  readonly kind: LinkRequestKind;
  readonly member: MemberRecord;
  readonly into: MemberRecord;
  readonly reason: string;
}

/** Staff asks that two registrations become one person, or two again. Nothing happens until another one agrees. */
@Injectable()
export class MemberLinkDesk implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly audit: Audit,
    private readonly reviews: Reviews,
    private readonly register: MemberRegister,
    private readonly scopes: MemberScopes,
    private readonly links: MemberLinks,
    private readonly merges: MemberMerges,
    private readonly coreCustomers: CoreCustomers,
    private readonly conflicts: IdentityConflicts,
  ) {}

  onModuleInit(): void {
    this.reviews.onDecided(SUBJECT, (tx, review) => this.decide(tx, review));
  }

  /**
   * @param key of a sender who may have to ask again, and then gets the same request; null: each is one of its own
   * @returns the id of the request.
   * @throws {AppError} identity.member_not_found for a member the caller may not see; identity.already_merged;
   * identity.two_accounts, which is on record as a conflict then; reviews.already_open.
   */
  async requestMerge(
    caller: Principal,
    memberId: string,
    intoMemberId: string,
    reason: string,
    key: string | null = null,
  ): Promise<string> {
    const member = await this.visibleMember(caller, memberId);
    const into = await this.visibleMember(caller, intoMemberId);
    const persons = await this.links.personsOf([member.memberNo, into.memberNo]);
    const hasOthers = (persons.get(member.memberNo)?.numbers.length ?? 1) > 1;
    if (
      hasOthers ||
      persons.get(into.memberNo)?.memberNo !== into.memberNo ||
      member.memberNo === into.memberNo
    )
      throw alreadyMerged();
    await this.refuseTwoAccounts(member, into);
    return this.open(caller, { kind: 'MERGE', member, into, reason }, key);
  }

  /** @throws {AppError} identity.not_merged */
  async requestSeparation(
    caller: Principal,
    memberId: string,
    reason: string,
    key: string | null = null,
  ): Promise<string> {
    const member = await this.register.findByPublicId(memberId);
    if (member === null) throw memberNotFound();
    const standsFor = (await this.links.resolve([member.memberNo])).get(member.memberNo);
    if (standsFor === undefined || standsFor === member.memberNo) {
      // Somebody outside the caller's scope is not even said to be single.
      await this.visibleMember(caller, memberId);
      throw notMerged();
    }
    const into = await this.register.getMember(standsFor);
    await this.visibleMember(caller, into.memberId);
    return this.open(caller, { kind: 'SEPARATE', member, into, reason }, key);
  }

  private async open(caller: Principal, asked: Asked, key: string | null): Promise<string> {
    const { kind, member, into, reason } = asked;
    const { memberId } = member;
    const requestSha256 = linkRequestSha256({ kind, memberId, intoMemberId: into.memberId, reason });
    const { requestId } = await this.database.runInTransaction((tx) => {
      const work = () => this.write(tx, caller, asked, requestSha256);
      if (key === null) return work();
      return once(tx, { principalId: caller.id, key, requestSha256, now: this.clock.now() }, Opened, work);
    });
    return requestId;
  }

  private async write(
    tx: Transaction,
    caller: Principal,
    { kind, member, into, reason }: Asked,
    sha256: string,
  ): Promise<z.infer<typeof Opened>> {
    const requestId = this.randomness.uuid();
    const version = 1 + (await tx.manager.countBy(MemberLinkRequest, { memberNo: member.memberNo }));
    await tx.manager.insert(MemberLinkRequest, {
      requestId,
      memberNo: member.memberNo,
      version,
      intoMemberNo: into.memberNo,
      kind,
      reason,
      state: 'IN_REVIEW',
      requesterId: caller.id,
      requestedAt: this.clock.now(),
      decidedAt: null,
    });
    const [one, other] = [maskedMember(member), maskedMember(into)];
    await this.reviews.request(tx, {
      subjectKind: SUBJECT,
      subjectId: member.memberId,
      subjectTitle: `${one.displayName}（${tailOf(one.memberId)}）${WORDS[kind]}${other.displayName}（${tailOf(other.memberId)}）`,
      version,
      sha256,
      requester: caller,
    });
    return { requestId };
  }

  /** In the transaction of the decision: a merge that has become impossible refuses the approval. */
  private async decide(tx: Transaction, review: DecidedReview): Promise<void> {
    const { subjectId, version, isApproved, decider } = review;
    const member = await this.register.findByPublicId(subjectId);
    if (member === null) throw memberNotFound();
    const { memberNo } = member;
    const request = await tx.manager.findOneByOrFail(MemberLinkRequest, { memberNo, version });
    if (isApproved && request.kind === 'MERGE') await this.merges.merge(tx, memberNo, request.intoMemberNo);
    if (isApproved && request.kind === 'SEPARATE') await this.merges.unmerge(tx, memberNo);
    await tx.manager.update(
      MemberLinkRequest,
      { requestId: request.requestId },
      { state: isApproved ? 'APPLIED' : 'REJECTED', decidedAt: this.clock.now() },
    );
    if (!isApproved) return;
    await this.audit.record(tx, {
      actor: decider,
      action: request.kind === 'MERGE' ? 'identity.members_merged' : 'identity.members_separated',
      subjectKind: 'member',
      subjectId,
      subjectNo: memberNo,
      inputs: { requestId: request.requestId },
    });
  }

  /** A member outside the caller's scope looks like one that does not exist. */
  private async visibleMember({ scope }: Principal, memberId: string): Promise<MemberRecord> {
    const member = await this.register.findByPublicId(memberId);
    if (member === null || !(await this.scopes.covers(scope, member.memberNo))) throw memberNotFound();
    return member;
  }

  /** One person has one account: two of them are looked into by a person, not merged. */
  private async refuseTwoAccounts(member: MemberRecord, into: MemberRecord): Promise<void> {
    const accounts = await this.coreCustomers.accountsOf([member.memberNo, into.memberNo]);
    const account = accounts.get(member.memberNo);
    if (account === undefined || !accounts.has(into.memberNo)) return;
    await this.database.runInTransaction((tx) =>
      this.conflicts.report(tx, {
        kind: 'two_accounts',
        issuer: 'core',
        externalId: account,
        claimantNo: member.memberNo,
        holderNo: into.memberNo,
      }),
    );
    throw twoAccounts();
  }
}

const tailOf = (memberId: string): string => memberId.slice(-4).toUpperCase();
