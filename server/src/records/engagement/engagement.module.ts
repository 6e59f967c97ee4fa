import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.ts';
import { DayCounts } from './day-counts.ts';
import { EngagementController } from './engagement.controller.ts';
import { Engagement } from './engagement.service.ts';
import { EventWriter } from './event-writer.service.ts';
import { IdentityJournal } from './identity-journal.ts';
import { Ingest } from './ingest.service.ts';

@Module({
  imports: [IdentityModule],
  controllers: [EngagementController],
  providers: [DayCounts, Engagement, EventWriter, IdentityJournal, Ingest],
  exports: [Engagement],
})
export class EngagementModule {}
