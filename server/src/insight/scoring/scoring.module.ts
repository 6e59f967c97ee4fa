import { Module } from '@nestjs/common';
import { EngagementModule } from '../../records/engagement/index.ts';
import { IdentityModule } from '../../records/identity/index.ts';
import { TransactionsModule } from '../../records/transactions/index.ts';
import { ContentModule } from '../../services/content/index.ts';
import { ScoreDueWorker } from './score-due.worker.ts';
import { ScoreStore } from './score-store.ts';
import { ScoringController } from './scoring.controller.ts';
import { ScoringFacts } from './scoring-facts.ts';
import { Scoring } from './scoring.service.ts';

/** FactsSink is provided by segments, one module up. */
@Module({
  imports: [IdentityModule, EngagementModule, TransactionsModule, ContentModule],
  controllers: [ScoringController],
  providers: [Scoring, ScoringFacts, ScoreStore, ScoreDueWorker],
  exports: [Scoring, ScoreDueWorker],
})
export class ScoringModule {}
