import { Injectable } from '@nestjs/common';
import type { CallBackState, TrustedRelation } from '@siyu/shared/contracts/elder.limits';
import type { EpochDay } from '@siyu/shared/time';
import { Identity } from '../identity/index.ts';
import { ElderStandings } from './elder/elder-standings.ts';
import { TrustedContacts } from './elder/trusted-contacts.ts';
import { ProfessionalStandings } from './professional/professional-standings.ts';

/** What whoever looks after a member has to mind beside the level. */
export interface CaredFor {
  /** The first day on which the member is a professional investor no more; null: an ordinary one. */
  readonly professionalUntil: EpochDay | null;
  readonly callBack: CallBackState;
  /** Null: nobody was named. */
  readonly trustedRelation: TrustedRelation | null;
}

/** Recognition, call-back and trusted contact of one member, as staff may know of them: no name, no evidence. */
@Injectable()
export class InvestorCare {
  constructor(
    private readonly identity: Identity,
    private readonly professionals: ProfessionalStandings,
    private readonly elders: ElderStandings,
    private readonly contacts: TrustedContacts,
  ) {}

  async of(memberNo: number): Promise<CaredFor> {
    const numbers = await this.identity.numbersOf(memberNo);
    const [professionalUntil, callBack, trustedRelation] = await Promise.all([
      this.professionals.professionalUntil(memberNo),
      this.elders.stateOf(memberNo),
      this.contacts.relationOf(numbers),
    ]);
    return { professionalUntil, callBack, trustedRelation };
  }
}
