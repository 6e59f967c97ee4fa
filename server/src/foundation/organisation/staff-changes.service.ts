import { Injectable } from '@nestjs/common';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import type { Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { Audit } from '../audit/index.ts';
import { Branch } from './branch.entity.ts';
import { branchNotFound, samePassword, staffNotFound, wecomUserTaken } from './organisation.errors.ts';
import { hashPassword, isPasswordOf } from './password.ts';
import { StaffMember } from './staff-member.entity.ts';
import type { ScopeKind } from './staff.ts';

/** Roles and how far they reach. */
export interface Standing {
  readonly roles: readonly Role[];
  readonly scopeKind: ScopeKind;
  readonly branchId: string | null;
}

/** Registration with the securities association; the last day as epoch day. */
export interface Registration {
  readonly registrationNo: string | null;
  readonly registrationUntil: number | null;
}

/** What changes about the people of the firm. Each change counts at their next request. */
@Injectable()
export class StaffChanges {
  constructor(private readonly audit: Audit) {}

  /** Somebody who leaves, or comes back; their name stays in the records. */
  async setActive(
    tx: Transaction,
    staffId: string,
    isActive: boolean,
    actor: Principal | 'system',
  ): Promise<void> {
    await this.#update(tx, staffId, { isActive });
    await this.#note(tx, isActive ? 'activate_staff' : 'deactivate_staff', staffId, actor);
  }

  /** A password that the person has to exchange for one that nobody else knows. */
  async setOneTimePassword(
    tx: Transaction,
    staffId: string,
    password: string,
    actor: Principal,
  ): Promise<void> {
    const passwordHash = await hashPassword(password);
    await this.#update(tx, staffId, { passwordHash, mustChangePassword: true });
    await this.#note(tx, 'reset_password', staffId, actor);
  }

  /** @throws {AppError} organisation.same_password */
  async setOwnPassword(tx: Transaction, staffId: string, password: string, actor: Principal): Promise<void> {
    const member = await tx.manager.findOneBy(StaffMember, { staffId });
    if (await isPasswordOf(member?.passwordHash ?? null, password)) throw samePassword();
    const passwordHash = await hashPassword(password);
    await this.#update(tx, staffId, { passwordHash, mustChangePassword: false });
    await this.#note(tx, 'change_password', staffId, actor);
  }

  /** @throws {AppError} organisation.branch_not_found for a branch that is not there, or is needed and missing */
  async setStanding(tx: Transaction, staffId: string, standing: Standing, actor: Principal): Promise<void> {
    const { roles, scopeKind, branchId } = standing;
    const branch = branchId === null ? null : await tx.manager.findOneBy(Branch, { branchId });
    if (branch === null && (branchId !== null || scopeKind === 'branch')) throw branchNotFound();
    await this.#update(tx, staffId, { roles, scopeKind, branchId });
    await this.audit.record(tx, {
      actor,
      action: 'organisation.set_roles',
      subjectKind: 'staff',
      subjectId: staffId,
      inputs: { roles, scopeKind, branchPath: branch?.path ?? null },
    });
  }

  /**
   * Who the person is in WeCom: their customers and groups there are theirs here.
   * @throws {AppError} organisation.wecom_user_taken
   */
  async setWecomUser(
    tx: Transaction,
    staffId: string,
    wecomUserId: string | null,
    actor: Principal | 'system',
  ): Promise<void> {
    const holder = wecomUserId === null ? null : await tx.manager.findOneBy(StaffMember, { wecomUserId });
    if (holder !== null && holder.staffId !== staffId) throw wecomUserTaken();
    await this.#update(tx, staffId, { wecomUserId });
    await this.audit.record(tx, {
      actor,
      action: 'organisation.set_wecom_user',
      subjectKind: 'staff',
      subjectId: staffId,
      inputs: { wecomUserId },
    });
  }

  /** Under which number the person is registered, and until when: what they write reaches customers only meanwhile. */
  async setRegistration(
    tx: Transaction,
    staffId: string,
    { registrationNo, registrationUntil }: Registration,
    actor: Principal,
  ): Promise<void> {
    await this.#update(tx, staffId, { registrationNo, registrationUntil });
    await this.audit.record(tx, {
      actor,
      action: 'organisation.set_registration',
      subjectKind: 'staff',
      subjectId: staffId,
      inputs: { registrationNo, registrationUntil },
    });
  }

  async #update(tx: Transaction, staffId: string, values: Partial<StaffMember>): Promise<void> {
    if (!(await tx.manager.existsBy(StaffMember, { staffId }))) throw staffNotFound();
    await tx.manager.update(StaffMember, { staffId }, values);
  }

  #note(tx: Transaction, act: string, staffId: string, actor: Principal | 'system'): Promise<void> {
    const action = `organisation.${act}`;
    return this.audit.record(tx, { actor, action, subjectKind: 'staff', subjectId: staffId });
  }
}
