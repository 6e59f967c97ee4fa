import { Controller, Param, Query } from '@nestjs/common';
import { PublicId } from '@siyu/shared/contracts/primitives';
import { ScoreReplay, ScoreReplayQuery } from '@siyu/shared/contracts/scoring';
import { scoringRoutes } from '@siyu/shared/contracts/scoring.routes';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { ReplayDesk } from './replay-desk.ts';

@Controller()
export class ScoringConsoleController {
  constructor(private readonly desk: ReplayDesk) {}

  @Bind(scoringRoutes.getScoreReplay, { response: ScoreReplay })
  @Access({ audience: 'staff', roles: ['analyst', 'compliance'] })
  getScoreReplay(
    @Caller() caller: Principal,
    @Param('memberId', { schema: PublicId }) memberId: string,
    @Query({ schema: ScoreReplayQuery }) query: ScoreReplayQuery,
  ): Promise<ScoreReplay> {
    return this.desk.getReplay(caller, memberId, query);
  }
}
