import { Controller } from '@nestjs/common';
import { RelationPath } from '@siyu/shared/contracts/scoring';
import { scoringRoutes } from '@siyu/shared/contracts/scoring.routes';
import { Access, AppError, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { Scoring } from './scoring.service.ts';

@Controller()
export class ScoringController {
  constructor(private readonly scoring: Scoring) {}

  @Bind(scoringRoutes.getRelationPath, { response: RelationPath })
  @Access({ audience: 'member' })
  async getRelationPath(@Caller() { memberNo }: Principal): Promise<RelationPath> {
    if (memberNo === null) throw new AppError('http.forbidden', 403);
    return this.scoring.getRelationPath(memberNo);
  }
}
