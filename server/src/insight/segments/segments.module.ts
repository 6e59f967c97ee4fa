import { Global, Module } from '@nestjs/common';
import { ConfigurationModule } from '../../foundation/configuration/index.ts';
import { IdentityModule } from '../../records/identity/index.ts';
import { TransactionsModule } from '../../records/transactions/index.ts';
import { FactsSink } from '../scoring/index.ts';
import { ClosedFacts } from './closed-facts.ts';
import { MemberTiers } from './member-tiers.ts';
import { Memberships } from './memberships.ts';
import { SegmentLists } from './segment-lists.ts';
import { SegmentsConsoleController } from './segments.console.controller.ts';
import { Segments } from './segments.service.ts';
import { TierRun } from './tier-run.ts';
import { Tiers } from './tiers.ts';

/** Global because scoring, one module down, takes its FactsSink from here without knowing this module. */
@Global()
@Module({
  imports: [ConfigurationModule, IdentityModule, TransactionsModule],
  controllers: [SegmentsConsoleController],
  providers: [
    ClosedFacts,
    Memberships,
    MemberTiers,
    SegmentLists,
    Segments,
    TierRun,
    Tiers,
    { provide: FactsSink, useExisting: Segments },
  ],
  exports: [Segments, FactsSink],
})
export class SegmentsModule {}
