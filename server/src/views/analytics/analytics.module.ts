import { Module } from '@nestjs/common';
import { ConfigurationModule } from '../../foundation/configuration/index.ts';
import { OrganisationModule } from '../../foundation/organisation/index.ts';
import { ScoringModule } from '../../insight/scoring/index.ts';
import { ArchiveModule } from '../../records/archive/index.ts';
import { IdentityModule } from '../../records/identity/index.ts';
import { ModerationModule } from '../../records/moderation/index.ts';
import { AnalyticsConsoleController } from './analytics.console.controller.ts';
import { ArchiveCoverages } from './archive-coverage.service.ts';
import { BandImpact } from './band-impact.ts';
import { ConfigImpacts } from './config-impact.service.ts';
import { LessonReaches } from './lesson-reach.service.ts';
import { LinkImpacts } from './link-impact.service.ts';
import { WordingImpact } from './wording-impact.ts';

@Module({
  imports: [
    ConfigurationModule,
    OrganisationModule,
    ModerationModule,
    IdentityModule,
    ArchiveModule,
    ScoringModule,
  ],
  controllers: [AnalyticsConsoleController],
  providers: [ArchiveCoverages, BandImpact, ConfigImpacts, LessonReaches, LinkImpacts, WordingImpact],
})
export class AnalyticsModule {}
