import { Controller, Query } from '@nestjs/common';
import { PointsQuery, PointsStatement, PointsSummary } from '@siyu/shared/contracts/points';
import { pointsRoutes } from '@siyu/shared/contracts/points.routes';
import type { z } from 'zod';
import { Access, Bind, Caller, type Principal } from '../../../platform/http/index.ts';
import { ServiceConsent } from '../../../services/content/index.ts';
import { PointsStatements } from './points-statements.ts';

@Controller()
export class PointsController {
  constructor(
    private readonly consent: ServiceConsent,
    private readonly statements: PointsStatements,
  ) {}

  @Bind(pointsRoutes.getPoints, { response: PointsSummary })
  @Access({ audience: 'member' })
  async getPoints(@Caller() caller: Principal): Promise<PointsSummary> {
    return this.statements.summaryOf(await this.consent.memberNoOf(caller));
  }

  @Bind(pointsRoutes.listPostings, { response: PointsStatement })
  @Access({ audience: 'member' })
  async listPostings(
    @Caller() caller: Principal,
    @Query({ schema: PointsQuery }) query: z.output<typeof PointsQuery>,
  ): Promise<PointsStatement> {
    return this.statements.listPostings(await this.consent.memberNoOf(caller), query);
  }
}
