import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Audit } from '../../foundation/audit/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { Consents } from './consent.service.ts';
import { CoreAccounts } from './core-accounts.service.ts';
import { CORE_ISSUER } from './core-issuer.ts';
import { IdentityConflicts } from './identity-conflicts.service.ts';
import { memberLinkedElsewhere, separateConsentMissing } from './identity.errors.ts';
import { MemberClocks } from './member-clock.service.ts';
import { MemberIdentity } from './member-identity.entity.ts';
import { MemberLinks } from './member-links.service.ts';
import type { MemberRecord } from './member-register.service.ts';

const KIND = 'core_customer';

/** The tie between a member and an account at the firm. Before it no money is known of anyone. */
@Injectable()
export class CoreCustomers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly clocks: MemberClocks,
    private readonly consents: Consents,
    private readonly links: MemberLinks,
    private readonly conflicts: IdentityConflicts,
    private readonly audit: Audit,
    private readonly accounts: CoreAccounts,
  ) {}

  /**
   * Links an account that has been verified; repeating it is harmless. An account that another person holds stays
   * theirs, and the conflict is on record once the transaction is committed.
   * @throws {AppError} identity.separate_consent_missing, identity.member_linked_elsewhere
   */
  async claim(
    tx: Transaction,
    actor: Principal | 'system',
    member: MemberRecord,
    coreCustomerId: string,
    verifiedBy: 'phone' | 'counter',
  ): Promise<'linked' | 'already' | 'taken'> {
    const { memberNo } = member;
    await this.clocks.lock(tx, [memberNo]);
    const permitted = await this.consents.permitted([memberNo], 'SENSITIVE', tx.manager);
    if (!permitted.has(memberNo)) throw separateConsentMissing();
    const own = await this.accountsOf([memberNo], tx.manager);
    const held = own.get(memberNo);
    if (held === coreCustomerId) return 'already';
    if (held !== undefined) throw memberLinkedElsewhere();

    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(MemberIdentity)
      .values({
        kind: KIND,
        issuer: CORE_ISSUER,
        externalId: coreCustomerId,
        memberNo,
        linkedAt: this.clock.now(),
      })
      .orIgnore()
      .updateEntity(false)
      .execute();
    const holderNo = await this.ownerOf(tx, coreCustomerId);
    if (holderNo !== memberNo) {
      const claim = { kind: KIND, issuer: CORE_ISSUER, externalId: coreCustomerId } as const;
      await this.conflicts.report(tx, { ...claim, claimantNo: memberNo, holderNo });
      return 'taken';
    }
    const seqs = await this.clocks.advance(tx, [memberNo]);
    // What was told of the customer before counts from here on.
    await this.accounts.attach(tx, [{ coreCustomerId, memberNo, seq: seqs.get(memberNo) ?? 0 }]);
    await this.audit.record(tx, {
      actor,
      action: 'identity.core_customer_linked',
      subjectKind: 'member',
      subjectId: member.memberId,
      subjectNo: memberNo,
      reasonCode: `verified_by_${verifiedBy}`,
    });
    return 'linked';
  }

  /** Members of those core customers that are linked. */
  async memberNosOf(
    coreCustomerIds: readonly string[],
    manager: EntityManager = this.database.read,
  ): Promise<ReadonlyMap<string, number>> {
    if (coreCustomerIds.length === 0) return new Map();
    const rows = await manager.findBy(MemberIdentity, {
      kind: KIND,
      issuer: CORE_ISSUER,
      externalId: In([...new Set(coreCustomerIds)]),
    });
    return new Map(rows.map((row) => [row.externalId, row.memberNo]));
  }

  /** Those of the members who have an account linked, under any of their registrations. */
  async linked(memberNos: readonly number[]): Promise<ReadonlySet<number>> {
    return new Set((await this.accountsOf(memberNos)).keys());
  }

  /** Core customer of each member who has one, under any of their registrations. */
  async accountsOf(
    memberNos: readonly number[],
    manager: EntityManager = this.database.read,
  ): Promise<ReadonlyMap<number, string>> {
    if (memberNos.length === 0) return new Map();
    const persons = await this.links.personsOf(memberNos);
    const numbers = new Set([...persons.values()].flatMap((person) => person.numbers));
    const rows = await manager.findBy(MemberIdentity, {
      kind: KIND,
      issuer: CORE_ISSUER,
      memberNo: In([...numbers]),
    });
    const accounts = new Map(rows.map((row) => [row.memberNo, row.externalId]));
    return new Map(
      memberNos.flatMap((memberNo): [number, string][] => {
        const holder = persons.get(memberNo)?.numbers.find((number) => accounts.has(number));
        const account = holder === undefined ? undefined : accounts.get(holder);
        return account === undefined ? [] : [[memberNo, account]];
      }),
    );
  }

  /** Reads the row as it is now, not as the transaction's snapshot has it: someone may have been quicker. */
  private async ownerOf(tx: Transaction, externalId: string): Promise<number> {
    const query = tx.manager
      .createQueryBuilder(MemberIdentity, 'identity')
      .where('identity.kind = :kind AND identity.issuer = :issuer AND identity.externalId = :externalId', {
        kind: KIND,
        issuer: CORE_ISSUER,
        externalId,
      });
    if (this.database.engine === 'mysql') query.setLock('pessimistic_write');
    return (await query.getOneOrFail()).memberNo;
  }
}
