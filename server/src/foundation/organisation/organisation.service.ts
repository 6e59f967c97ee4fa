import { Injectable } from '@nestjs/common';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { Audit } from '../audit/index.ts';
import { Branch } from './branch.entity.ts';
import {
  branchNotFound,
  branchPathInvalid,
  branchTaken,
  loginNameTaken,
  wecomUserTaken,
} from './organisation.errors.ts';
import { hashPassword } from './password.ts';
import { StaffMember } from './staff-member.entity.ts';
import type { ScopeKind } from './staff.ts';

const BRANCH_PATH = /^\/([a-z0-9-]{1,24}\/){1,7}$/;

export interface NewBranch {
  /** Codes from the top down, such as `/gz/tianhe/`. */
  readonly path: string;
  readonly name: string;
}
export interface NewStaff {
  readonly loginName: string;
  readonly name: string;
  readonly password: string;
  readonly roles: readonly Role[];
  readonly scopeKind: ScopeKind;
  readonly branchId: string | null;
  readonly registrationNo?: string | null;
  /** Last day of the registration, epoch day. */
  readonly registrationUntil?: number | null;
  /** What WeCom calls the person. */
  readonly wecomUserId?: string | null;
  /** Last day, epoch day. */
  readonly validUntil?: number | null;
  /** For a password that somebody else made. */
  readonly mustChangePassword?: boolean;
}

/** Keeps the firm's branches and people. */
@Injectable()
export class Organisation {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly audit: Audit,
  ) {}

  /** @returns the id of the branch. */
  async createBranch(
    tx: Transaction,
    { path, name }: NewBranch,
    actor: Principal | 'system' = 'system',
  ): Promise<string> {
    if (!BRANCH_PATH.test(path)) throw branchPathInvalid();
    const branchId = this.randomness.uuid();
    const row = { branchId, path, name };
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(Branch)
      .values(row)
      .orIgnore()
      .updateEntity(false)
      .execute();
    // UNIQUE (path) decides between two creators; whose row is there tells who won.
    const kept = await tx.manager.findOneBy(Branch, { path });
    if (kept?.branchId !== branchId) throw branchTaken();
    await this.audit.record(tx, {
      actor,
      action: 'organisation.create_branch',
      subjectKind: 'branch',
      subjectId: branchId,
      inputs: { path },
    });
    return branchId;
  }

  /** @returns the id of the person. */
  async createStaff(
    tx: Transaction,
    staff: NewStaff,
    actor: Principal | 'system' = 'system',
  ): Promise<string> {
    const { branchId, scopeKind } = staff;
    const branch = branchId === null ? null : await tx.manager.findOneBy(Branch, { branchId });
    if (branch === null && (branchId !== null || scopeKind === 'branch')) throw branchNotFound();
    const wecomUserId = staff.wecomUserId ?? null;
    if (wecomUserId !== null && (await tx.manager.existsBy(StaffMember, { wecomUserId })))
      throw wecomUserTaken();
    const staffId = this.randomness.uuid();
    const row = {
      staffId,
      loginName: staff.loginName,
      name: staff.name,
      passwordHash: await hashPassword(staff.password),
      roles: staff.roles,
      scopeKind,
      branchId,
      registrationNo: staff.registrationNo ?? null,
      registrationUntil: staff.registrationUntil ?? null,
      wecomUserId,
      validUntil: staff.validUntil ?? null,
      isActive: true,
      mustChangePassword: staff.mustChangePassword ?? false,
      createdAt: this.clock.now(),
    };
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(StaffMember)
      .values(row)
      .orIgnore()
      .updateEntity(false)
      .execute();
    const kept = await tx.manager.findOneBy(StaffMember, { loginName: staff.loginName });
    if (kept?.staffId !== staffId) throw loginNameTaken();
    await this.audit.record(tx, {
      actor,
      action: 'organisation.create_staff',
      subjectKind: 'staff',
      subjectId: staffId,
      inputs: { roles: staff.roles, scopeKind, branchPath: branch?.path ?? null },
    });
    return staffId;
  }

  /** Those at or below a path, such as `/gz/`. */
  async listBranches(belowPath = '/'): Promise<{ branchId: string; path: string; name: string }[]> {
    const branches = await this.database.read.find(Branch, { order: { path: 'ASC' } });
    return branches
      .filter(({ path }) => path.startsWith(belowPath))
      .map(({ branchId, path, name }) => ({ branchId, path, name }));
  }
}
