import { Global, Module } from '@nestjs/common';
import { AuditModule } from '../../foundation/audit/index.ts';
import { ConfigurationModule } from '../../foundation/configuration/index.ts';
import { OrganisationModule } from '../../foundation/organisation/index.ts';
import { IdentityModule } from '../../records/identity/index.ts';
import { TransactionsModule } from '../../records/transactions/index.ts';
import { FactsSink } from '../scoring/index.ts';
import { ClosedFacts } from './closed-facts.ts';
import { Holdouts } from './holdouts.ts';
import { LiveSegments } from './live-segments.ts';
import { MemberTiers } from './member-tiers.ts';
import { Memberships } from './memberships.ts';
import { PlacingRun } from './placing-run.ts';
import { RetiredSegments } from './retired-segments.ts';
import { RulePlacements } from './rule-placements.ts';
import { RuleQuestions } from './rule-questions.ts';
import { SegmentActivation } from './segment-activation.ts';
import { SegmentAudiences } from './segment-audiences.ts';
import { SegmentDefinitions } from './segment-definitions.ts';
import { SegmentDefinitionsConsoleController } from './segment-definitions.console.controller.ts';
import { SegmentDesk } from './segment-desk.ts';
import { SegmentHistories } from './segment-history.ts';
import { SegmentLists } from './segment-lists.ts';
import { SegmentShelf } from './segment-shelf.ts';
import { SegmentsConsoleController } from './segments.console.controller.ts';
import { Segments } from './segments.service.ts';
import { Stays } from './stays.ts';
import { TierRun } from './tier-run.ts';
import { Tiers } from './tiers.ts';

/** Global because scoring, one module down, takes its FactsSink from here without knowing this module. */
@Global()
@Module({
  imports: [AuditModule, ConfigurationModule, IdentityModule, OrganisationModule, TransactionsModule],
  controllers: [SegmentsConsoleController, SegmentDefinitionsConsoleController],
  providers: [
    ClosedFacts,
    Holdouts,
    LiveSegments,
    Memberships,
    MemberTiers,
    PlacingRun,
    RetiredSegments,
    RulePlacements,
    RuleQuestions,
    SegmentActivation,
    SegmentAudiences,
    SegmentDefinitions,
    SegmentDesk,
    SegmentHistories,
    SegmentLists,
    Segments,
    SegmentShelf,
    Stays,
    TierRun,
    Tiers,
    { provide: FactsSink, useExisting: Segments },
  ],
  exports: [RetiredSegments, Segments, SegmentAudiences, FactsSink],
})
export class SegmentsModule {}
