import { Injectable } from '@nestjs/common';
import type { OpenStaffSession, StaffProfile } from '@siyu/shared/contracts/identity';
import { Audit } from '../../foundation/audit/index.ts';
import {
  type Staff,
  StaffChanges,
  StaffDirectory,
  principalOfStaff,
  scopeOf,
} from '../../foundation/organisation/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { codeRequired, wrongLogin, wrongPassword } from './identity.errors.ts';
import { SecondFactors } from './second-factors.service.ts';
import { type OpenedSession, Sessions } from './session.service.ts';
import type { SignInOrigin } from './sign-in-origin.ts';
import { SignInSteps } from './sign-in-steps.service.ts';
import { StaffLoginGuard } from './staff-login-guard.service.ts';

/** Signing in to the console with password and code, and out of it. */
@Injectable()
export class StaffAccount {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffDirectory,
    private readonly changes: StaffChanges,
    private readonly sessions: Sessions,
    private readonly guard: StaffLoginGuard,
    private readonly secondFactors: SecondFactors,
    private readonly steps: SignInSteps,
    private readonly audit: Audit,
  ) {}

  /**
   * Every try counts, with a wrong password or a wrong code alike; only the question for the code does not.
   * @throws {AppError} identity.wrong_login, identity.code_required, identity.wrong_code, identity.login_locked
   */
  async openSession(
    { loginName, password, code }: OpenStaffSession,
    origin: SignInOrigin,
  ): Promise<{ session: OpenedSession; profile: StaffProfile }> {
    await this.guard.admit(loginName);
    const staff = await this.staff.verifyPassword(loginName, password);
    if (staff === null) throw wrongLogin();
    const needsCode = await this.secondFactors.isConfirmed(staff.staffId);
    if (needsCode && code === undefined) {
      await this.guard.giveBack(loginName);
      throw codeRequired();
    }
    const session = await this.database.runInTransaction(async (tx) => {
      const factor =
        needsCode && code !== undefined ? await this.secondFactors.use(tx, staff.staffId, code) : 'none';
      const opened = await this.sessions.open(tx, { audience: 'staff', staffId: staff.staffId, origin });
      await this.audit.record(tx, {
        actor: principalOfStaff(staff, opened.sessionId),
        action: 'identity.open_staff_session',
        subjectKind: 'staff',
        subjectId: staff.staffId,
        inputs: { factor },
      });
      return opened;
    });
    await this.guard.clear(loginName);
    return { session, profile: await this.#profileOf(staff) };
  }

  async getProfile(caller: Principal): Promise<StaffProfile> {
    return this.#profileOf(await this.staff.getStaff(caller.id));
  }

  async closeSession({ sessionId }: Principal): Promise<void> {
    if (sessionId !== null) await this.database.runInTransaction((tx) => this.sessions.revoke(tx, sessionId));
  }

  /**
   * Whoever else is signed in with the old password is signed out.
   * @throws {AppError} identity.wrong_password, organisation.same_password, identity.login_locked
   */
  async changePassword(caller: Principal, password: string, newPassword: string): Promise<void> {
    const { loginName } = await this.staff.getStaff(caller.id);
    await this.guard.admit(loginName);
    if ((await this.staff.verifyPassword(loginName, password)) === null) throw wrongPassword();
    await this.database.runInTransaction(async (tx) => {
      await this.changes.setOwnPassword(tx, caller.id, newPassword, caller);
      await this.sessions.revokeOfStaff(tx, caller.id, { but: caller.sessionId });
    });
    await this.guard.clear(loginName);
  }

  async #profileOf(staff: Staff): Promise<StaffProfile> {
    const scope = scopeOf(staff);
    return {
      staffId: staff.staffId,
      name: staff.name,
      loginName: staff.loginName,
      roles: [...staff.roles],
      scope: { kind: scope.kind, branchPath: scope.kind === 'branch' ? scope.branchPath : null },
      branchName: staff.branchName,
      stepsToDo: [...(await this.steps.toDo(staff))],
    };
  }
}
