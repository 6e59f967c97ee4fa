import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { Identity } from '../../records/identity/index.ts';
import { RelationInterval } from './relation-interval.entity.ts';
import { RfeScoreRow } from './rfe-score.entity.ts';
import { Score } from './score.entity.ts';
import { ScoringHead } from './scoring-head.entity.ts';
import { ScoringRun } from './scoring-run.entity.ts';
import { TieScoreRow } from './tie-score.entity.ts';

/** Scores and stages, former ones too, end with the account. */
@Injectable()
export class ClosedScores implements OnModuleInit {
  constructor(private readonly identity: Identity) {}

  onModuleInit(): void {
    this.identity.onAccountClosed(async ({ manager }, memberNos) => {
      const memberNo = In([...memberNos]);
      for (const entity of [Score, RfeScoreRow, TieScoreRow, RelationInterval, ScoringRun, ScoringHead])
        await manager.delete(entity, { memberNo });
    });
  }
}
