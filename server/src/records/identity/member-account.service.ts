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
import type { Principal } from '../../platform/http/index.ts';
import { AdultStatements } from './adult-statements.service.ts';
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
    private readonly profiles: MemberProfiles,
    private readonly signIn: MemberSignIn,
    private readonly adults: AdultStatements,
  ) {}

  async openSession(code: string): Promise<MemberSession> {
    const { memberNo, token, expiresAt } = await this.signIn.openSession(code);
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
  ): Promise<ConsentList> {
    const memberNo = numberOf(caller);
    const isJoining =
      decisions.some(({ purpose, isGranted }) => purpose === 'SERVICE' && isGranted) &&
      !(await this.identity.mayProcess(memberNo, 'SERVICE'));
    await this.database.runInTransaction(async (tx) => {
      await this.identity.decideConsents(tx, memberNo, decisions, 'miniprogram', touches);
      if (isJoining) await this.adults.require(tx, memberNo, adultStatement);
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
