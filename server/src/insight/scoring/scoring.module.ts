import { Module } from '@nestjs/common';
import { AuditModule } from '../../foundation/audit/index.ts';
import { ConfigurationModule } from '../../foundation/configuration/index.ts';
import { OrganisationModule } from '../../foundation/organisation/index.ts';
import { CommunitiesModule } from '../../records/communities/index.ts';
import { EngagementModule } from '../../records/engagement/index.ts';
import { IdentityModule } from '../../records/identity/index.ts';
import { TransactionsModule } from '../../records/transactions/index.ts';
import { ContentModule } from '../../services/content/index.ts';
import { ClosedScores } from './closed-scores.ts';
import { DuePages } from './due-pages.ts';
import { FullRun } from './full-run.ts';
import { MemberBatches } from './member-batches.ts';
import { NightlyRun } from './nightly-run.ts';
import { RelationEvidenceSource, ServiceEvidence } from './relation-evidence.ts';
import { ReplayDesk } from './replay-desk.ts';
import { ScoreCopies } from './score-copies.ts';
import { ScoreDueWorker } from './score-due.worker.ts';
import { ScoreReplay } from './score-replay.ts';
import { ScoreStore } from './score-store.ts';
import { ScoringConsoleController } from './scoring.console.controller.ts';
import { ScoringController } from './scoring.controller.ts';
import { ScoringFacts } from './scoring-facts.ts';
import { ScoringModels } from './scoring-models.ts';
import { ScoreTrials } from './score-trial.ts';
import { Scoring } from './scoring.service.ts';
import { StoredHistory } from './stored-history.ts';
import { TrialSamples } from './trial-sample.ts';

/** FactsSink is provided by segments, one module up. */
@Module({
  imports: [
    AuditModule,
    ConfigurationModule,
    OrganisationModule,
    IdentityModule,
    EngagementModule,
    CommunitiesModule,
    TransactionsModule,
    ContentModule,
  ],
  controllers: [ScoringController, ScoringConsoleController],
  providers: [
    ClosedScores,
    Scoring,
    ScoringModels,
    ScoringFacts,
    ScoreStore,
    MemberBatches,
    ScoreDueWorker,
    DuePages,
    NightlyRun,
    FullRun,
    StoredHistory,
    ScoreReplay,
    ScoreCopies,
    ReplayDesk,
    TrialSamples,
    ScoreTrials,
    { provide: RelationEvidenceSource, useClass: ServiceEvidence },
  ],
  exports: [Scoring, ScoringModels, ScoreTrials, ScoreCopies, ScoreDueWorker],
})
export class ScoringModule {}
