import { Injectable } from '@nestjs/common';
import type { RestrictionReason } from '@siyu/shared/contracts/identity.limits';
import { Database } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { AccountClosings } from './account-closings.service.ts';
import { IdentityConflicts } from './identity-conflicts.service.ts';
import { memberNotFound } from './identity.errors.ts';
import { type MemberRecord, MemberRegister } from './member-register.service.ts';
import { MemberScopes } from './member-scopes.service.ts';
import { Restrictions } from './restrictions.service.ts';

/** What compliance decides about a member or a conflict, each decision a transaction of its own. */
@Injectable()
export class ComplianceDesk {
  constructor(
    private readonly database: Database,
    private readonly register: MemberRegister,
    private readonly scopes: MemberScopes,
    private readonly restrictions: Restrictions,
    private readonly conflicts: IdentityConflicts,
    private readonly closings: AccountClosings,
  ) {}

  async restrict(caller: Principal, memberId: string, reason: RestrictionReason): Promise<void> {
    const member = await this.visibleMember(caller, memberId);
    await this.database.runInTransaction((tx) => this.restrictions.restrict(tx, caller, member, reason));
  }

  /** Somebody turned out to be under age (REQ-PI-9): as if they had closed the account themselves. Takes effect once. */
  async closeMinor(caller: Principal, memberId: string, reason: string): Promise<void> {
    const member = await this.visibleMember(caller, memberId);
    await this.closings.closeMinor(caller, member.memberNo, reason);
  }

  async lift(caller: Principal, memberId: string): Promise<void> {
    const member = await this.visibleMember(caller, memberId);
    await this.database.runInTransaction((tx) => this.restrictions.lift(tx, caller, member));
  }

  async dismissConflict(caller: Principal, conflictId: string, note: string): Promise<void> {
    await this.database.runInTransaction((tx) => this.conflicts.dismiss(tx, caller, conflictId, note));
  }

  private async visibleMember({ scope }: Principal, memberId: string): Promise<MemberRecord> {
    const member = await this.register.findByPublicId(memberId);
    if (member === null || !(await this.scopes.covers(scope, member.memberNo))) throw memberNotFound();
    return member;
  }
}
