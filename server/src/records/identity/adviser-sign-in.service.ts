import { Injectable } from '@nestjs/common';
import type { AdviserSession, OpenedPhone, TiePhone } from '@siyu/shared/contracts/staff-phone';
import { Audit } from '../../foundation/audit/index.ts';
import { type Staff, StaffDirectory } from '../../foundation/organisation/index.ts';
import { WechatLogin } from '../../foundation/wechat/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { deskCodeWrong } from './identity.errors.ts';
import { Sessions } from './session.service.ts';
import type { SignInOrigin } from './sign-in-origin.ts';
import { SignInSteps } from './sign-in-steps.service.ts';
import { StaffLoginGuard } from './staff-login-guard.service.ts';
import { StaffPhones } from './staff-phones.service.ts';

/** Signs an adviser in on the own phone: first with a code of the desk, from then on by the phone alone. */
@Injectable()
export class AdviserSignIn {
  constructor(
    private readonly database: Database,
    private readonly wechat: WechatLogin,
    private readonly phones: StaffPhones,
    private readonly staff: StaffDirectory,
    private readonly steps: SignInSteps,
    private readonly sessions: Sessions,
    private readonly guard: StaffLoginGuard,
    private readonly audit: Audit,
  ) {}

  /**
   * Guesses count for the phone that makes them.
   * @throws {AppError} identity.desk_code_wrong, identity.login_locked
   */
  async tie({ code, deskCode }: TiePhone, origin: SignInOrigin): Promise<AdviserSession> {
    const { openid } = await this.wechat.code2Session(code);
    const guessing = `phone:${openid}`.slice(0, 64);
    await this.guard.admit(guessing);
    const staff = await this.#adviser(await this.phones.findByCode(deskCode));
    if (staff === null) throw deskCodeWrong();
    const session = await this.database.runInTransaction(async (tx) => {
      await this.phones.tie(tx, adviserOf(staff, null), deskCode, openid);
      return this.#open(tx, staff, origin);
    });
    await this.guard.clear(guessing);
    return session;
  }

  /** Nobody is signed in on a phone that is not tied, or whose owner may not work now. */
  async open(code: string, origin: SignInOrigin): Promise<OpenedPhone> {
    const { openid } = await this.wechat.code2Session(code);
    const staff = await this.#adviser(await this.phones.findByOpenid(openid));
    if (staff === null) return { adviser: null };
    return { adviser: await this.database.runInTransaction((tx) => this.#open(tx, staff, origin)) };
  }

  /** The person behind a token, as long as they may work; roles and tie are read anew each time. */
  async principalOf(token: string): Promise<Principal | null> {
    const session = await this.sessions.find(token, 'adviser');
    const staff = await this.#adviser(session?.staffId ?? null);
    return staff === null ? null : adviserOf(staff, session?.sessionId ?? null);
  }

  /** Nobody but a serving adviser who has nothing left to do at the desk. */
  async #adviser(staffId: string | null): Promise<Staff | null> {
    const staff = staffId === null ? null : await this.staff.findServingStaff(staffId);
    if (staff === null || !staff.roles.includes('adviser')) return null;
    return (await this.steps.toDo(staff)).length > 0 ? null : staff;
  }

  async #open(tx: Transaction, staff: Staff, origin: SignInOrigin): Promise<AdviserSession> {
    const { staffId, name, branchName, registrationNo, isRegistered } = staff;
    const { token, expiresAt, sessionId } = await this.sessions.open(tx, {
      audience: 'adviser',
      staffId,
      origin,
    });
    await this.audit.record(tx, {
      actor: adviserOf(staff, sessionId),
      action: 'identity.open_phone_session',
      subjectKind: 'staff',
      subjectId: staffId,
    });
    const until = new Date(expiresAt).toISOString();
    return { token, expiresAt: until, name, branchName, registrationNo, isRegistered };
  }
}

/** On a phone nobody is more than an adviser with the own book, whatever they may do at the desk. */
function adviserOf({ staffId }: Staff, sessionId: string | null): Principal {
  return {
    audience: 'adviser',
    id: staffId,
    memberNo: null,
    roles: ['adviser'],
    scope: { kind: 'book', staffId },
    sessionId,
  };
}
