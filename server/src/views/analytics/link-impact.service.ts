import { Injectable } from '@nestjs/common';
import type { LinkImpact, LinkImpactQuery } from '@siyu/shared/contracts/analytics';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { Identity, MemberScopes, type MemberRecord } from '../../records/identity/index.ts';
import { memberNotFound } from './analytics.errors.ts';
import { countRecords } from './count-records.query.ts';

type Side = LinkImpact['member'];

/** What would be read together, or apart, once two registrations are one person, or two again. */
@Injectable()
export class LinkImpacts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly scopes: MemberScopes,
  ) {}

  /** @throws {AppError} identity.member_not_found also for a registration outside the caller's scope */
  async of(caller: Principal, { memberId, intoMemberId }: LinkImpactQuery): Promise<LinkImpact> {
    const member = await this.#registration(memberId);
    const into = await this.#visible(caller, await this.#registration(intoMemberId));
    const persons = await this.identity.personsOf([member.memberNo, into.memberNo]);
    // One that was merged stands in the scope of the person it is read as.
    if (persons.get(member.memberNo)?.memberNo !== into.memberNo) await this.#visible(caller, member);
    const numbers = persons.get(into.memberNo)?.numbers ?? [];
    const others = numbers.filter((each) => each !== member.memberNo && each !== into.memberNo);
    return {
      readAt: new Date(this.clock.now()).toISOString(),
      member: await this.#side(member, [member.memberNo]),
      into: await this.#side(into, [into.memberNo, ...others]),
    };
  }

  async #registration(memberId: string): Promise<MemberRecord> {
    const found = await this.identity.findByPublicId(memberId);
    if (found === null) throw memberNotFound();
    return found;
  }

  async #visible({ scope }: Principal, member: MemberRecord): Promise<MemberRecord> {
    if (!(await this.scopes.covers(scope, member.memberNo))) throw memberNotFound();
    return member;
  }

  /** Whose account may not be looked at, their transactions are not even counted. */
  async #side({ memberId, memberNo }: MemberRecord, numbers: readonly number[]): Promise<Side> {
    const [records, purposes] = await Promise.all([
      countRecords(this.database.read, numbers),
      this.identity.permittedPurposesOf([memberNo], ['SENSITIVE']),
    ]);
    const mayCount = records.transactions === 0 || purposes.get(memberNo)?.has('SENSITIVE') === true;
    return { memberId, ...records, transactions: mayCount ? records.transactions : null };
  }
}
