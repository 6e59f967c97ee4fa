import { Body, Controller, Param, Query } from '@nestjs/common';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import {
  MemberPoints,
  OpenPointsDay,
  PointsClosingRows,
  PointsQuery,
  PointsStatement,
  PointsTotals,
} from '@siyu/shared/contracts/points';
import { pointsRoutes } from '@siyu/shared/contracts/points.routes';
import { PublicId } from '@siyu/shared/contracts/primitives';
import { parseDay } from '@siyu/shared/time';
import type { z } from 'zod';
import { Access, Bind, Caller, type Principal } from '../../../platform/http/index.ts';
import { PointsDays } from './points-days.ts';
import { PointsDesk } from './points-desk.ts';
import { PointsStatements } from './points-statements.ts';
import { dayNotWaiting } from './points.errors.ts';

/** Who answers for the ledger as a whole. */
export const POINTS_READERS = [
  'finance',
  'operator',
  'analyst',
  'compliance',
] as const satisfies readonly Role[];
/** Who looks into what one member has. */
const MEMBER_READERS: readonly Role[] = ['operator', 'analyst', 'compliance'];

@Controller()
export class PointsConsoleController {
  constructor(
    private readonly desk: PointsDesk,
    private readonly days: PointsDays,
    private readonly statements: PointsStatements,
  ) {}

  @Bind(pointsRoutes.getTotals, { response: PointsTotals })
  @Access({ audience: 'staff', roles: POINTS_READERS })
  getTotals(): Promise<PointsTotals> {
    return this.desk.getTotals();
  }

  @Bind(pointsRoutes.openDay, { response: PointsTotals })
  @Access({ audience: 'staff', roles: ['finance', 'operator'] })
  async openDay(
    @Caller() caller: Principal,
    @Body({ schema: OpenPointsDay }) { day }: OpenPointsDay,
  ): Promise<PointsTotals> {
    const wanted = parseDay(day);
    if (wanted === null) throw dayNotWaiting();
    await this.days.agree(caller, wanted);
    return this.desk.getTotals();
  }

  @Bind(pointsRoutes.listClosings, { response: PointsClosingRows })
  @Access({ audience: 'staff', roles: POINTS_READERS })
  listClosings(
    @Query({ schema: PointsQuery }) query: z.output<typeof PointsQuery>,
  ): Promise<PointsClosingRows> {
    return this.desk.listClosings(query);
  }

  @Bind(pointsRoutes.getMemberPoints, { response: MemberPoints })
  @Access({ audience: 'staff', roles: MEMBER_READERS })
  getMemberPoints(
    @Caller() caller: Principal,
    @Param('memberId', { schema: PublicId }) memberId: string,
  ): Promise<MemberPoints> {
    return this.statements.getMemberPoints(caller, memberId);
  }

  @Bind(pointsRoutes.listMemberPostings, { response: PointsStatement })
  @Access({ audience: 'staff', roles: MEMBER_READERS })
  listMemberPostings(
    @Caller() caller: Principal,
    @Param('memberId', { schema: PublicId }) memberId: string,
    @Query({ schema: PointsQuery }) query: z.output<typeof PointsQuery>,
  ): Promise<PointsStatement> {
    return this.statements.listMemberPostings(caller, memberId, query);
  }
}
