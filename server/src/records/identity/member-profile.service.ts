import { Injectable } from '@nestjs/common';
import type { ConsentList, MemberProfile } from '@siyu/shared/contracts/identity';
import { NOT_ASKED_AGAIN_DAYS } from '@siyu/shared/contracts/identity.limits';
import { dayOfInstant, formatDay } from '@siyu/shared/time';
import { StaffDirectory } from '../../foundation/organisation/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { AdviserBook } from './adviser-book.service.ts';
import { currentConsentTexts } from './consent-texts.ts';
import { Consents } from './consent.service.ts';
import { CoreCustomers } from './core-customer.service.ts';
import { MemberRegister } from './member-register.service.ts';

const NOT_ASKED_AGAIN_MS = NOT_ASKED_AGAIN_DAYS * 86_400_000;

/** What members see of their own account. */
@Injectable()
export class MemberProfiles {
  constructor(
    private readonly clock: Clock,
    private readonly register: MemberRegister,
    private readonly consents: Consents,
    private readonly coreCustomers: CoreCustomers,
    private readonly book: AdviserBook,
    private readonly staff: StaffDirectory,
  ) {}

  async profileOf(memberNo: number): Promise<MemberProfile> {
    const one = [memberNo];
    const [member, service, profiling, linked, advisers] = await Promise.all([
      this.register.getMember(memberNo),
      this.consents.permitted(one, 'SERVICE'),
      this.consents.permitted(one, 'PROFILING'),
      this.coreCustomers.linked(one),
      this.book.advisersOf(one),
    ]);
    const staffId = advisers.get(memberNo);
    const adviser = staffId === undefined ? null : await this.staff.getStaff(staffId);
    return {
      memberId: member.memberId,
      displayName: member.displayName,
      registeredOn: formatDay(dayOfInstant(member.registeredAt)),
      hasConsented: service.has(memberNo),
      isPersonalised: profiling.has(memberNo),
      isAccountLinked: linked.has(memberNo),
      // An adviser is shown by name only together with the registration that entitles to advise.
      adviser:
        adviser === null || adviser.registrationNo === null
          ? null
          : { name: adviser.name, registrationNo: adviser.registrationNo },
    };
  }

  /** Every text in force with the member's decision about it; an agreement to an older text does not count. */
  async consentsOf(memberNo: number): Promise<ConsentList> {
    const current = await this.consents.listCurrent(memberNo);
    const now = this.clock.now();
    return {
      consents: currentConsentTexts.map(({ purpose, version, sha256, title, text }) => {
        const row = current.get(purpose);
        return {
          purpose,
          textVersion: version,
          textSha256: sha256,
          title,
          text,
          isGranted: row !== undefined && row.isGranted && row.textVersion === version,
          decidedAt: row === undefined ? null : new Date(row.decidedAt).toISOString(),
          // Without the service there is no app: who comes back has to be asked about it.
          mayAsk:
            purpose === 'SERVICE' ||
            row === undefined ||
            row.isGranted ||
            now - row.decidedAt >= NOT_ASKED_AGAIN_MS,
        };
      }),
    };
  }
}
