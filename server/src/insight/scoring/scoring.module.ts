import { Module } from '@nestjs/common';
import { ConfigurationModule } from '../../foundation/configuration/index.ts';
import { OrganisationModule } from '../../foundation/organisation/index.ts';
import { EngagementModule } from '../../records/engagement/index.ts';
import { IdentityModule } from '../../records/identity/index.ts';
import { TransactionsModule } from '../../records/transactions/index.ts';
import { ContentModule } from '../../services/content/index.ts';
import { DuePages } from './due-pages.ts';
import { FullRun } from './full-run.ts';
import { MemberBatches } from './member-batches.ts';
import { NightlyRun } from './nightly-run.ts';
import { RelationEvidenceSource, ServiceEvidence } from './relation-evidence.ts';
import { ScoreDueWorker } from './score-due.worker.ts';
import { ScoreStore } from './score-store.ts';
import { ScoringController } from './scoring.controller.ts';
import { ScoringFacts } from './scoring-facts.ts';
import { ScoringModels } from './scoring-models.ts';
import { Scoring } from './scoring.service.ts';

/** FactsSink is provided by segments, one module up. */
@Module({
  imports: [
    ConfigurationModule,
    OrganisationModule,
    IdentityModule,
    EngagementModule,
    TransactionsModule,
    ContentModule,
  ],
  controllers: [ScoringController],
  providers: [
    Scoring,
    ScoringModels,
    ScoringFacts,
    ScoreStore,
    MemberBatches,
    ScoreDueWorker,
    DuePages,
    NightlyRun,
    FullRun,
    { provide: RelationEvidenceSource, useClass: ServiceEvidence },
  ],
  exports: [Scoring, ScoreDueWorker],
})
export class ScoringModule {}
