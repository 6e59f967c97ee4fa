import { Injectable } from '@nestjs/common';
import type { SecondFactorSecret, SecondFactorState } from '@siyu/shared/contracts/sign-in';
import { Audit } from '../../foundation/audit/index.ts';
import { StaffDirectory } from '../../foundation/organisation/index.ts';
import { Config } from '../../platform/config/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { codeRequired } from './identity.errors.ts';
import { SecondFactors } from './second-factors.service.ts';
import { StaffLoginGuard } from './staff-login-guard.service.ts';

/** Setting up one's own authenticator app. */
@Injectable()
export class OwnSecondFactor {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly staff: StaffDirectory,
    private readonly guard: StaffLoginGuard,
    private readonly secondFactors: SecondFactors,
    private readonly audit: Audit,
  ) {}

  async getState({ id }: Principal): Promise<SecondFactorState> {
    const { confirmedAt, recoveryCodesLeft } = await this.secondFactors.getEnrolment(id);
    return {
      isRequired: this.config.isSecondFactorRequired,
      confirmedAt: confirmedAt === null ? null : new Date(confirmedAt).toISOString(),
      recoveryCodesLeft,
    };
  }

  /**
   * A session left open must not be enough to exchange the app for another one: who has one proves it, and wrong
   * codes count as at the sign-in.
   * @throws {AppError} identity.code_required, identity.wrong_code, identity.login_locked
   */
  async begin({ id }: Principal, code: string | undefined): Promise<SecondFactorSecret> {
    const { loginName } = await this.staff.getStaff(id);
    if (!(await this.secondFactors.isConfirmed(id)))
      return this.database.runInTransaction((tx) => this.secondFactors.begin(tx, id, loginName));
    if (code === undefined) throw codeRequired();
    await this.guard.admit(loginName);
    const secret = await this.database.runInTransaction(async (tx) => {
      await this.secondFactors.use(tx, id, code);
      return this.secondFactors.begin(tx, id, loginName);
    });
    await this.guard.clear(loginName);
    return secret;
  }

  async confirm(caller: Principal, code: string): Promise<readonly string[]> {
    return this.database.runInTransaction(async (tx) => {
      const codes = await this.secondFactors.confirm(tx, caller.id, code);
      await this.audit.record(tx, {
        actor: caller,
        action: 'identity.confirm_second_factor',
        subjectKind: 'staff',
        subjectId: caller.id,
      });
      return codes;
    });
  }
}
