import { Injectable } from '@nestjs/common';
import type { RestrictionReason } from '@siyu/shared/contracts/identity.limits';
import type { EntityManager } from 'typeorm';
import { Audit } from '../../foundation/audit/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { among, Database, selectRows, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { closedAmong } from './closed-accounts.ts';
import { accountClosed } from './identity.errors.ts';
import { MemberClocks } from './member-clock.service.ts';
import { MemberLinks } from './member-links.service.ts';
import type { MemberRecord } from './member-register.service.ts';
import { MemberRestriction } from './member-restriction.entity.ts';

/** Whose data is stored only: kept because the law says so, used for nothing until the restriction is lifted. */
@Injectable()
export class Restrictions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly clocks: MemberClocks,
    private readonly links: MemberLinks,
    private readonly audit: Audit,
  ) {}

  /** Those of the numbers that are restricted now. */
  async among(
    memberNos: readonly number[],
    manager: EntityManager = this.database.read,
  ): Promise<ReadonlySet<number>> {
    if (memberNos.length === 0) return new Set();
    const { sql, values } = among('member_no', memberNos);
    const where = { sql: `${sql} AND lifted_at IS NULL`, values };
    const rows = await selectRows(manager, MemberRestriction, where);
    return new Set(rows.map((row) => row.memberNo));
  }

  /** Restricts every registration of the person; who is restricted already stays so for the first reason. */
  async restrict(
    tx: Transaction,
    actor: Principal,
    member: MemberRecord,
    reason: RestrictionReason,
  ): Promise<void> {
    await this.clocks.lock(tx, [member.memberNo]);
    const numbers = await this.numbersOf(member);
    const restricted = await this.among(numbers, tx.manager);
    const fresh = numbers.filter((memberNo) => !restricted.has(memberNo));
    if (fresh.length === 0) return;
    const restrictedAt = this.clock.now();
    await tx.manager.insert(
      MemberRestriction,
      fresh.map((memberNo) => ({ memberNo, restrictedAt, reason, liftedAt: null })),
    );
    await this.finish(tx, actor, member, 'identity.member_restricted', reason);
  }

  /**
   * The member's own decisions hold again, as they stand.
   * @throws {AppError} identity.account_closed: what was closed stays stored only
   */
  async lift(tx: Transaction, actor: Principal, member: MemberRecord): Promise<void> {
    await this.clocks.lock(tx, [member.memberNo]);
    const numbers = await this.numbersOf(member);
    if ((await closedAmong(tx.manager, numbers)).size > 0) throw accountClosed();
    const restricted = [...(await this.among(numbers, tx.manager))];
    if (restricted.length === 0) return;
    await tx.manager
      .createQueryBuilder()
      .update(MemberRestriction)
      // Put on and lifted within one millisecond it still lasted.
      .set({ liftedAt: () => 'CASE WHEN restricted_at < :now THEN :now ELSE restricted_at + 1 END' })
      .where('member_no IN (:...restricted) AND lifted_at IS NULL')
      .setParameters({ now: this.clock.now(), restricted })
      .execute();
    await this.finish(tx, actor, member, 'identity.restriction_lifted');
  }

  private async numbersOf({ memberNo }: MemberRecord): Promise<readonly number[]> {
    return (await this.links.personsOf([memberNo])).get(memberNo)?.numbers ?? [memberNo];
  }

  /** Scores and memberships follow the clock: those of a restricted member are closed by the next run. */
  private async finish(
    tx: Transaction,
    actor: Principal,
    { memberNo, memberId }: MemberRecord,
    action: string,
    reasonCode?: string,
  ): Promise<void> {
    await this.clocks.advance(tx, [memberNo]);
    await this.audit.record(tx, {
      actor,
      action,
      subjectKind: 'member',
      subjectId: memberId,
      subjectNo: memberNo,
      ...(reasonCode === undefined ? {} : { reasonCode }),
    });
  }
}
