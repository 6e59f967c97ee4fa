import { Injectable } from '@nestjs/common';
import type {
  ConsentList,
  CoreCustomerLink,
  DecideConsents,
  LinkCoreCustomer,
  MemberProfile,
  MemberSession,
} from '@siyu/shared/contracts/identity';
import { Database } from '../../platform/database/index.ts';
import type { Principal, RequestOrigin } from '../../platform/http/index.ts';
import { AdultStatements } from './adult-statements.service.ts';
import { DeviceMarks } from './device-marks.service.ts';
import { CoreCustomers } from './core-customer.service.ts';
import { coreCustomerTaken, memberNotFound } from './identity.errors.ts';
import { Identity } from './identity.service.ts';
import { MemberProfiles } from './member-profile.service.ts';
import { MemberSignIn } from './member-sign-in.service.ts';
import { Sessions } from './session.service.ts';

/** What a member does with the own account. */
@Injectable()
export class MemberAccount {
  constructor(
    private readonly database: Database,
    private readonly identity: Identity,
    private readonly coreCustomers: CoreCustomers,
    private readonly sessions: Sessions,
    private readonly marks: DeviceMarks,
    private readonly profiles: MemberProfiles,
    private readonly signIn: MemberSignIn,
    private readonly adults: AdultStatements,
  ) {}

  /** The phone is marked only where its member has joined already; else it is when they join. */
  async openSession(code: string, origin: RequestOrigin): Promise<MemberSession> {
    const { memberNo, sessionId, token, expiresAt } = await this.signIn.openSession(code);
    const mark = await this.marks.markOf(origin);
    if (mark !== null && (await this.identity.mayProcess(memberNo, 'SERVICE')))
      await this.database.runInTransaction((tx) => this.marks.keep(tx, sessionId, mark));
    const member = await this.profiles.profileOf(memberNo);
    return { token, expiresAt: new Date(expiresAt).toISOString(), member };
  }

  async closeSession({ sessionId }: Principal): Promise<void> {
    if (sessionId !== null) await this.database.runInTransaction((tx) => this.sessions.revoke(tx, sessionId));
  }

  async getProfile(caller: Principal): Promise<MemberProfile> {
    return this.profiles.profileOf(numberOf(caller));
  }

  async listConsents(caller: Principal): Promise<ConsentList> {
    return this.profiles.consentsOf(numberOf(caller));
  }

  /** @throws {AppError} identity.adult_statement_missing for whoever joins without saying to be of age */
  async decideConsents(
    caller: Principal,
    { decisions, adultStatement, touches }: DecideConsents,
    origin: RequestOrigin,
  ): Promise<ConsentList> {
    const memberNo = numberOf(caller);
    const service = decisions.filter(({ purpose }) => purpose === 'SERVICE').at(-1);
    const isJoining = service?.isGranted === true && !(await this.identity.mayProcess(memberNo, 'SERVICE'));
    const mark = isJoining ? await this.marks.markOf(origin) : null;
    await this.database.runInTransaction(async (tx) => {
      await this.identity.decideConsents(tx, memberNo, decisions, 'miniprogram', touches);
      if (isJoining) await this.adults.require(tx, memberNo, adultStatement);
      if (mark !== null && caller.sessionId !== null) await this.marks.keep(tx, caller.sessionId, mark);
      if (service?.isGranted === false)
        await this.marks.forget(tx, await this.identity.numbersOf(memberNo, tx.manager));
    });
    return this.profiles.consentsOf(memberNo);
  }

  async linkCoreCustomer(caller: Principal, body: LinkCoreCustomer): Promise<CoreCustomerLink> {
    const { memberId, coreCustomerId, verifiedBy } = body;
    const member = await this.identity.findByPublicId(memberId);
    if (member === null) throw memberNotFound();
    const outcome = await this.database.runInTransaction((tx) =>
      this.coreCustomers.claim(tx, caller, member, coreCustomerId, verifiedBy),
    );
    // Refused only now: the conflict is on record for somebody to look into.
    if (outcome === 'taken') throw coreCustomerTaken();
    return { memberId, isNew: outcome === 'linked' };
  }
}

/** The guard lets in members only; one without number would be a fault of ours. */
function numberOf({ memberNo }: Principal): number {
  if (memberNo === null) throw memberNotFound();
  return memberNo;
}
