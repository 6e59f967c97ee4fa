import { Injectable } from '@nestjs/common';
import type { SentLinkCode, StartAccountLink } from '@siyu/shared/contracts/account-link';
import type { MemberProfile } from '@siyu/shared/contracts/identity';
import { LINK_WINDOW_HOURS } from '@siyu/shared/contracts/identity.limits';
import { Database } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { AccountLinkGuard } from './account-link-guard.service.ts';
import { Consents } from './consent.service.ts';
import { CoreCustomers } from './core-customer.service.ts';
import { CoreSystem } from './core-system.ts';
import {
  accountAlreadyLinked,
  accountClaimedElsewhere,
  accountNotMatched,
  linkCodeExpired,
  linkCodeWrong,
  linkLocked,
  memberNotFound,
  separateConsentMissing,
} from './identity.errors.ts';
import { MemberProfiles } from './member-profile.service.ts';
import { MemberRegister } from './member-register.service.ts';

/** A member links the own securities account: the core system verifies the person, the separate consent allows it. */
@Injectable()
export class AccountLinks {
  constructor(
    private readonly database: Database,
    private readonly consents: Consents,
    private readonly coreCustomers: CoreCustomers,
    private readonly core: CoreSystem,
    private readonly guard: AccountLinkGuard,
    private readonly register: MemberRegister,
    private readonly profiles: MemberProfiles,
  ) {}

  /** Has the core system send a code to the phone on record. Without the separate consent nothing leaves the house. */
  async start(caller: Principal, { accountNo, phone }: StartAccountLink): Promise<SentLinkCode> {
    const memberNo = await this.admitted(caller);
    if ((await this.coreCustomers.linked([memberNo])).has(memberNo)) throw accountAlreadyLinked();
    const codesLeft = await this.guard.admitCode(memberNo);
    const asked = await this.core.requestCode(accountNo, phone);
    if (asked.kind === 'too_many') throw linkLocked(LINK_WINDOW_HOURS);
    if (asked.kind === 'not_matched') throw accountNotMatched(codesLeft);
    await this.guard.keepTicket(memberNo, asked.ticket);
    return {
      phoneTail: asked.phoneTail,
      expiresAt: new Date(asked.expiresAt).toISOString(),
      codesLeft,
    };
  }

  /** Links what the code proves. An account that somebody else holds is reported and stays theirs. */
  async finish(caller: Principal, code: string): Promise<MemberProfile> {
    const memberNo = await this.admitted(caller);
    const { ticket, triesLeft } = await this.guard.admitTry(memberNo);
    if (ticket === null) throw linkCodeExpired();
    const checked = await this.core.checkCode(ticket, code);
    if (checked.kind === 'wrong') throw linkCodeWrong(triesLeft);
    if (checked.kind === 'expired') {
      await this.guard.keepTicket(memberNo, null);
      throw linkCodeExpired();
    }
    const member = await this.register.getMember(memberNo);
    const outcome = await this.database.runInTransaction(async (tx) => {
      const claimed = await this.coreCustomers.claim(tx, caller, member, checked.coreCustomerId, 'phone');
      if (claimed !== 'taken') await this.guard.clear(tx, memberNo);
      return claimed;
    });
    if (outcome === 'taken') throw accountClaimedElsewhere();
    return this.profiles.profileOf(memberNo);
  }

  private async admitted({ memberNo }: Principal): Promise<number> {
    if (memberNo === null) throw memberNotFound();
    const permitted = await this.consents.permitted([memberNo], 'SENSITIVE');
    if (!permitted.has(memberNo)) throw separateConsentMissing();
    return memberNo;
  }
}
