import { Injectable } from '@nestjs/common';
import type { StaffProfile } from '@siyu/shared/contracts/identity';
import { Audit } from '../../foundation/audit/index.ts';
import { type Staff, StaffDirectory } from '../../foundation/organisation/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { wrongLogin } from './identity.errors.ts';
import { type OpenedSession, Sessions } from './session.service.ts';
import { StaffLoginGuard } from './staff-login-guard.service.ts';
import { principalOfStaff, scopeOf } from './staff-principal.ts';

/** Signing in to the console, and out of it. */
@Injectable()
export class StaffAccount {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffDirectory,
    private readonly sessions: Sessions,
    private readonly guard: StaffLoginGuard,
    private readonly audit: Audit,
  ) {}

  async openSession(
    loginName: string,
    password: string,
  ): Promise<{ session: OpenedSession; profile: StaffProfile }> {
    await this.guard.admit(loginName);
    const staff = await this.staff.verifyPassword(loginName, password);
    if (staff === null) throw wrongLogin();
    await this.guard.clear(loginName);
    const session = await this.database.runInTransaction(async (tx) => {
      const opened = await this.sessions.open(tx, { audience: 'staff', staffId: staff.staffId });
      await this.audit.record(tx, {
        actor: principalOfStaff(staff, opened.sessionId),
        action: 'identity.open_staff_session',
        subjectKind: 'staff',
        subjectId: staff.staffId,
      });
      return opened;
    });
    return { session, profile: profileOf(staff) };
  }

  async getProfile(caller: Principal): Promise<StaffProfile> {
    return profileOf(await this.staff.getStaff(caller.id));
  }

  async closeSession({ sessionId }: Principal): Promise<void> {
    if (sessionId !== null) await this.database.runInTransaction((tx) => this.sessions.revoke(tx, sessionId));
  }
}

function profileOf(staff: Staff): StaffProfile {
  const scope = scopeOf(staff);
  return {
    staffId: staff.staffId,
    name: staff.name,
    loginName: staff.loginName,
    roles: [...staff.roles],
    scope: { kind: scope.kind, branchPath: scope.kind === 'branch' ? scope.branchPath : null },
    branchName: staff.branchName,
  };
}
