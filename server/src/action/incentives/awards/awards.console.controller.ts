import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  DecideHold,
  StaffAward,
  StaffAwardQuery,
  StaffAwards as AwardPage,
  WithdrawFact,
} from '@siyu/shared/contracts/awards';
import { AWARD_DESK } from '@siyu/shared/contracts/awards.limits';
import { awardsRoutes } from '@siyu/shared/contracts/awards.routes';
import { PublicId } from '@siyu/shared/contracts/primitives';
import type { z } from 'zod';
import { NotesReading } from '../../../foundation/audit/index.ts';
import { Access, Bind, Caller, type Principal } from '../../../platform/http/index.ts';
import { AwardDesk } from './award-desk.ts';
import { StaffAwards } from './staff-awards.ts';

const Id = { schema: PublicId };

@Controller()
export class AwardsConsoleController {
  constructor(
    private readonly awards: StaffAwards,
    private readonly desk: AwardDesk,
  ) {}

  @Bind(awardsRoutes.listStaffAwards, { response: AwardPage })
  @Access({ audience: 'staff', roles: AWARD_DESK })
  @NotesReading('awards.list')
  listStaffAwards(
    @Query({ schema: StaffAwardQuery }) query: z.output<typeof StaffAwardQuery>,
  ): Promise<AwardPage> {
    return this.awards.list(query);
  }

  @Bind(awardsRoutes.decideHold, { response: StaffAward })
  @Access({ audience: 'staff', roles: AWARD_DESK })
  async decideHold(
    @Caller() caller: Principal,
    @Param('awardId', Id) awardId: string,
    @Body({ schema: DecideHold }) decision: DecideHold,
  ): Promise<StaffAward> {
    return this.awards.viewOf(await this.desk.decide(caller, awardId, decision));
  }

  @Bind(awardsRoutes.withdrawFact, { response: StaffAward })
  @Access({ audience: 'staff', roles: AWARD_DESK })
  async withdrawFact(
    @Caller() caller: Principal,
    @Param('awardId', Id) awardId: string,
    @Body({ schema: WithdrawFact }) { reason }: WithdrawFact,
  ): Promise<StaffAward> {
    return this.awards.viewOf(await this.desk.withdraw(caller, awardId, reason));
  }
}
