import { Injectable } from '@nestjs/common';
import type { HeldEntitlements } from '@siyu/shared/contracts/entitlements';
import { ENTITLEMENTS_SHOWN, VOUCHER_KINDS } from '@siyu/shared/contracts/entitlements.limits';
import { In } from 'typeorm';
import { Audit } from '../../foundation/audit/index.ts';
import { StaffDirectory } from '../../foundation/organisation/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { Identity, type MemberRecord, MemberScopes } from '../identity/index.ts';
import { Entitlement } from './entitlement.entity.ts';
import { viewOf } from './entitlement-view.ts';
import { entitlementNotFound, memberNotFound, notAVoucher, notUsable } from './entitlements.errors.ts';
import { Entitlements } from './entitlements.service.ts';

/** Where staff find what a member holds, and mark a voucher as honoured; each within the own scope, and each noted. */
@Injectable()
export class EntitlementDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly staff: StaffDirectory,
    private readonly identity: Identity,
    private readonly scopes: MemberScopes,
    private readonly entitlements: Entitlements,
  ) {}

  /** The latest of the person, under any registration. @throws {AppError} identity.member_not_found */
  async listOf(caller: Principal, memberId: string): Promise<HeldEntitlements> {
    const member = await this.identity.findByPublicId(memberId);
    if (member === null || !(await this.scopes.covers(caller.scope, member.memberNo))) throw memberNotFound();
    const numbers = await this.identity.numbersOf(member.memberNo);
    const found = await this.database.read.find(Entitlement, {
      where: { memberNo: In([...numbers]) },
      order: { grantedAt: 'DESC', entitlementId: 'DESC' },
      take: ENTITLEMENTS_SHOWN,
    });
    const people = await this.staff.listStaffByIds(found.flatMap(({ endedById }) => endedById ?? []));
    await this.database.runInTransaction((tx) => this.#note(tx, 'entitlements.view', caller, member, {}));
    const now = this.clock.now();
    return {
      entitlements: found.map((entitlement) => {
        const view = viewOf(entitlement, now);
        const { endedById } = entitlement;
        return {
          ...view,
          canBeUsed: view.standing === 'GRANTED' && VOUCHER_KINDS.includes(view.kind),
          usedByName: endedById === null ? null : (people.get(endedById)?.name ?? ''),
        };
      }),
    };
  }

  /**
   * @throws {AppError} entitlements.not_found, entitlements.not_a_voucher, entitlements.not_usable once it was used, given
   * back or has expired
   */
  async use(caller: Principal, entitlementId: string): Promise<void> {
    const found = await this.database.read.findOneBy(Entitlement, { entitlementId });
    if (found === null || !(await this.scopes.covers(caller.scope, found.memberNo)))
      throw entitlementNotFound();
    if (!VOUCHER_KINDS.includes(found.kind)) throw notAVoucher();
    const member = await this.identity.getMember(found.memberNo);
    await this.database.runInTransaction(async (tx) => {
      if (!(await this.entitlements.use(tx, entitlementId, caller.id))) throw notUsable();
      await this.#note(tx, 'entitlements.use', caller, member, { entitlementId, kind: found.kind });
    });
  }

  #note(
    tx: Transaction,
    action: string,
    actor: Principal,
    { memberId, memberNo }: Pick<MemberRecord, 'memberId' | 'memberNo'>,
    inputs: Readonly<Record<string, string>>,
  ): Promise<void> {
    const subject = { subjectKind: 'member', subjectId: memberId, subjectNo: memberNo };
    return this.audit.record(tx, { actor, action, ...subject, inputs: { ...inputs } });
  }
}
