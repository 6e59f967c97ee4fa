import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Audit } from '../../foundation/audit/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { Consents } from './consent.service.ts';
import { coreCustomerTaken, memberLinkedElsewhere, separateConsentMissing } from './identity.errors.ts';
import { MemberClocks } from './member-clock.service.ts';
import { MemberIdentity } from './member-identity.entity.ts';
import type { MemberRecord } from './member-register.service.ts';

export const CORE_ISSUER = 'core';
const KIND = 'core_customer';

/** The tie between a member and an account at the firm. Before it no money is known of anyone. */
@Injectable()
export class CoreCustomers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly clocks: MemberClocks,
    private readonly consents: Consents,
    private readonly audit: Audit,
  ) {}

  /** @returns whether the link is new; repeating it is harmless. */
  async link(
    tx: Transaction,
    actor: Principal | 'system',
    member: MemberRecord,
    coreCustomerId: string,
    verifiedBy: 'phone' | 'counter',
  ): Promise<boolean> {
    const { memberNo } = member;
    await this.clocks.lock(tx, [memberNo]);
    const permitted = await this.consents.permitted([memberNo], 'SENSITIVE', tx.manager);
    if (!permitted.has(memberNo)) throw separateConsentMissing();
    const own = await tx.manager.findOneBy(MemberIdentity, { kind: KIND, issuer: CORE_ISSUER, memberNo });
    if (own?.externalId === coreCustomerId) return false;
    if (own !== null) throw memberLinkedElsewhere();

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
    if ((await this.ownerOf(tx, coreCustomerId)) !== memberNo) throw coreCustomerTaken();
    await this.clocks.advance(tx, [memberNo]);
    await this.audit.record(tx, {
      actor,
      action: 'identity.core_customer_linked',
      subjectKind: 'member',
      subjectId: member.memberId,
      subjectNo: memberNo,
      reasonCode: `verified_by_${verifiedBy}`,
    });
    return true;
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

  /** Those of the members who have an account linked. */
  async linked(memberNos: readonly number[]): Promise<ReadonlySet<number>> {
    if (memberNos.length === 0) return new Set();
    const rows = await this.database.read.findBy(MemberIdentity, {
      kind: KIND,
      issuer: CORE_ISSUER,
      memberNo: In([...memberNos]),
    });
    return new Set(rows.map((row) => row.memberNo));
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
