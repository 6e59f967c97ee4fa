import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RoleChange as RoleChangeView } from '@siyu/shared/contracts/staff';
import { ROLE_CHANGE_STATES } from '@siyu/shared/contracts/staff.limits';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import { roleNames } from '@siyu/shared/messages';
import { In } from 'typeorm';
import { canonicalJson, sha256OfJson } from '../../foundation/audit/index.ts';
import {
  Organisation,
  type Staff,
  StaffChanges,
  StaffDirectory,
  type Standing,
} from '../../foundation/organisation/index.ts';
import { type DecidedReview, Reviews } from '../../foundation/reviews/index.ts';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { administratorsSeparate, ownAccount, roleChangeNotFound, rolesUnchanged } from './identity.errors.ts';
import { RoleChange } from './role-change.entity.ts';

const SUBJECT = 'staff_roles';
const ADMINISTRATORS: readonly Role[] = ['systemAdmin', 'securityAdmin', 'auditAdmin'];
const TITLE_ROLES_MAX = 3;

/** Grants and takes roles: an administrator asks, another person agrees, and neither is the one it is about. */
@Injectable()
export class RoleChangeDesk implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly organisation: Organisation,
    private readonly staff: StaffDirectory,
    private readonly changes: StaffChanges,
    private readonly reviews: Reviews,
  ) {}

  onModuleInit(): void {
    this.reviews.onDecided(SUBJECT, (tx, review) => this.#decide(tx, review));
  }

  /**
   * @returns the version of the request.
   * @throws {AppError} identity.own_account, identity.administrators_separate, identity.roles_unchanged,
   * organisation.staff_not_found, reviews.already_open
   */
  async request(caller: Principal, staffId: string, wanted: Standing, reason: string): Promise<number> {
    if (caller.id === staffId) throw ownAccount();
    const staff = await this.staff.getStaff(staffId);
    const [before, after] = [standingOf(staff), orderly(wanted)];
    if (ADMINISTRATORS.filter((role) => after.roles.includes(role)).length > 1)
      throw administratorsSeparate();
    if (canonicalJson(before) === canonicalJson(after)) throw rolesUnchanged();
    return this.database.runInTransaction(async (tx) => {
      const version = 1 + (await tx.manager.countBy(RoleChange, { staffId }));
      await tx.manager.insert(RoleChange, {
        changeId: this.randomness.uuid(),
        staffId,
        version,
        beforeJson: before,
        afterJson: after,
        reason,
        state: 'IN_REVIEW',
        requesterId: caller.id,
        requestedAt: this.clock.now(),
        decidedAt: null,
      });
      await this.reviews.request(tx, {
        subjectKind: SUBJECT,
        subjectId: staffId,
        subjectTitle: `${staff.name}（${staff.loginName}）：${rolesInWords(after.roles)}`,
        version,
        sha256: sha256OfJson({ staffId, before, after, reason }),
        requester: caller,
      });
      return version;
    });
  }

  /** @throws {AppError} identity.role_change_not_found */
  async getChange(staffId: string, version: number): Promise<RoleChangeView> {
    const change = await this.database.read.findOneBy(RoleChange, { staffId, version });
    if (change === null) throw roleChangeNotFound();
    const { name, loginName } = await this.staff.getStaff(staffId);
    const branches = await this.organisation.listBranches();
    const named = ({ roles, scopeKind, branchId }: Standing) => ({
      roles: [...roles],
      scopeKind,
      branchId,
      branchName: branches.find((branch) => branch.branchId === branchId)?.name ?? null,
    });
    const { beforeJson: before, afterJson: after, reason } = change;
    return {
      staffId,
      name,
      loginName,
      version,
      before: named(before),
      after: named(after),
      reason,
      state: ROLE_CHANGE_STATES.find((state) => state === change.state) ?? 'REJECTED',
      sha256: sha256OfJson({ staffId, before, after, reason }),
    };
  }

  /** Those of the named about whom a second person has not decided yet. */
  async listPending(staffIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (staffIds.length === 0) return new Set();
    const open = await this.database.read.findBy(RoleChange, {
      state: 'IN_REVIEW',
      staffId: In([...staffIds]),
    });
    return new Set(open.map(({ staffId }) => staffId));
  }

  /** In the transaction of the decision, which nobody takes about themselves. */
  async #decide(tx: Transaction, { subjectId, version, isApproved, decider }: DecidedReview): Promise<void> {
    if (decider.id === subjectId) throw ownAccount();
    const key = { staffId: subjectId, version };
    const change = await tx.manager.findOneByOrFail(RoleChange, key);
    if (isApproved) await this.changes.setStanding(tx, subjectId, change.afterJson, decider);
    await tx.manager.update(RoleChange, key, {
      state: isApproved ? 'APPLIED' : 'REJECTED',
      decidedAt: this.clock.now(),
    });
  }
}

/** Roles in the order of their list, so that the same ones are always the same text. */
const orderly = ({ roles, scopeKind, branchId }: Standing): Standing => ({
  roles: Object.keys(roleNames).flatMap((name) => roles.find((role) => role === name) ?? []),
  scopeKind,
  branchId,
});

const standingOf = (staff: Staff): Standing => orderly(staff);

const rolesInWords = (roles: readonly Role[]): string => {
  if (roles.length === 0) return '不再有岗位';
  const named = roles.slice(0, TITLE_ROLES_MAX).map((role) => roleNames[role]);
  return named.join('、') + (roles.length > TITLE_ROLES_MAX ? `等 ${roles.length} 个岗位` : '');
};
