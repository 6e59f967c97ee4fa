import { Controller, Query } from '@nestjs/common';
import {
  CheckInState,
  MemberAwardQuery,
  MemberAwards as AwardPage,
  MissionBoard,
} from '@siyu/shared/contracts/awards';
import { awardsRoutes } from '@siyu/shared/contracts/awards.routes';
import type { z } from 'zod';
import { Access, Bind, Caller, type Principal } from '../../../platform/http/index.ts';
import { ServiceConsent } from '../../../services/content/index.ts';
import { CheckIns } from './check-ins.ts';
import { MemberAwards } from './member-awards.ts';

@Controller()
export class AwardsController {
  constructor(
    private readonly consent: ServiceConsent,
    private readonly checkIns: CheckIns,
    private readonly awards: MemberAwards,
  ) {}

  @Bind(awardsRoutes.checkIn, { response: CheckInState })
  @Access({ audience: 'member' })
  async checkIn(@Caller() caller: Principal): Promise<CheckInState> {
    return this.checkIns.checkIn(await this.consent.memberNoOf(caller));
  }

  @Bind(awardsRoutes.getMissions, { response: MissionBoard })
  @Access({ audience: 'member' })
  async getMissions(@Caller() caller: Principal): Promise<MissionBoard> {
    return this.awards.missions(await this.consent.memberNoOf(caller));
  }

  @Bind(awardsRoutes.listAwards, { response: AwardPage })
  @Access({ audience: 'member' })
  async listAwards(
    @Caller() caller: Principal,
    @Query({ schema: MemberAwardQuery }) query: z.output<typeof MemberAwardQuery>,
  ): Promise<AwardPage> {
    return this.awards.list(await this.consent.memberNoOf(caller), query);
  }
}
