import { Module } from '@nestjs/common';
import { ConfigurationModule } from '../../foundation/configuration/index.ts';
import { OrganisationModule } from '../../foundation/organisation/index.ts';
import { ModerationModule } from '../../records/moderation/index.ts';
import { AnalyticsConsoleController } from './analytics.console.controller.ts';
import { BandImpact } from './band-impact.ts';
import { ConfigImpacts } from './config-impact.service.ts';
import { LessonReaches } from './lesson-reach.service.ts';
import { WordingImpact } from './wording-impact.ts';

@Module({
  imports: [ConfigurationModule, OrganisationModule, ModerationModule],
  controllers: [AnalyticsConsoleController],
  providers: [BandImpact, ConfigImpacts, LessonReaches, WordingImpact],
})
export class AnalyticsModule {}
