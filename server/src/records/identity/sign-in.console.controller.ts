import { Body, Controller, Param } from '@nestjs/common';
import { ROLES } from '@siyu/shared/contracts/identity.limits';
import { PublicId } from '@siyu/shared/contracts/primitives';
import {
  BeginSecondFactor,
  ChangePassword,
  ConfirmSecondFactor,
  RecoveryCodes,
  SecondFactorSecret,
  SecondFactorState,
} from '@siyu/shared/contracts/sign-in';
import { signInRoutes } from '@siyu/shared/contracts/sign-in.routes';
import { StaffSessionRows } from '@siyu/shared/contracts/staff';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { OwnSecondFactor } from './own-second-factor.service.ts';
import { StaffAccount } from './staff-account.service.ts';
import { StaffSessions } from './staff-sessions.service.ts';

const own = { audience: 'staff', roles: ROLES, isOwnMatter: true } as const;

/** What each of the staff does about the own sign-in. */
@Controller()
export class SignInConsoleController {
  constructor(
    private readonly account: StaffAccount,
    private readonly sessions: StaffSessions,
    private readonly secondFactor: OwnSecondFactor,
  ) {}

  @Bind(signInRoutes.listOwnSessions, { response: StaffSessionRows })
  @Access(own)
  async listOwnSessions(@Caller() { id, sessionId }: Principal): Promise<StaffSessionRows> {
    return { sessions: await this.sessions.list(id, sessionId) };
  }

  @Bind(signInRoutes.endOtherSessions, { response: StaffSessionRows })
  @Access(own)
  async endOtherSessions(@Caller() caller: Principal): Promise<StaffSessionRows> {
    await this.sessions.endOthers(caller);
    return this.listOwnSessions(caller);
  }

  @Bind(signInRoutes.endOwnSession, { response: StaffSessionRows })
  @Access(own)
  async endOwnSession(
    @Caller() caller: Principal,
    @Param('sessionId', { schema: PublicId }) sessionId: string,
  ): Promise<StaffSessionRows> {
    await this.sessions.endOwn(caller, sessionId);
    return this.listOwnSessions(caller);
  }

  @Bind(signInRoutes.changePassword)
  @Access(own)
  changePassword(
    @Caller() caller: Principal,
    @Body({ schema: ChangePassword }) { password, newPassword }: ChangePassword,
  ): Promise<void> {
    return this.account.changePassword(caller, password, newPassword);
  }

  @Bind(signInRoutes.getSecondFactor, { response: SecondFactorState })
  @Access(own)
  getSecondFactor(@Caller() caller: Principal): Promise<SecondFactorState> {
    return this.secondFactor.getState(caller);
  }

  @Bind(signInRoutes.beginSecondFactor, { response: SecondFactorSecret, status: 201 })
  @Access(own)
  beginSecondFactor(
    @Caller() caller: Principal,
    @Body({ schema: BeginSecondFactor }) { code }: BeginSecondFactor,
  ): Promise<SecondFactorSecret> {
    return this.secondFactor.begin(caller, code);
  }

  @Bind(signInRoutes.confirmSecondFactor, { response: RecoveryCodes, status: 201 })
  @Access(own)
  async confirmSecondFactor(
    @Caller() caller: Principal,
    @Body({ schema: ConfirmSecondFactor }) { code }: ConfirmSecondFactor,
  ): Promise<RecoveryCodes> {
    return { recoveryCodes: [...(await this.secondFactor.confirm(caller, code))] };
  }
}
