import { Module } from '@nestjs/common';
import { RetentionModule } from '../../foundation/retention/index.ts';
import { IdentityModule } from '../identity/index.ts';
import { BehaviourPurge } from './behaviour-purge.ts';
import { ClosedLog } from './closed-log.ts';
import { Consultations } from './consultations.ts';
import { DayCounts } from './day-counts.ts';
import { EngagementController } from './engagement.controller.ts';
import { Engagement } from './engagement.service.ts';
import { EventHistories } from './event-histories.service.ts';
import { EventWriter } from './event-writer.service.ts';
import { IdentityJournal } from './identity-journal.ts';
import { Ingest } from './ingest.service.ts';
import { ServiceBatches } from './service-batches.service.ts';
import { ServiceEventsController } from './service-events.controller.ts';
import { ServiceHistories } from './service-history.service.ts';
import { ServiceImport } from './service-import.ts';
import { ServiceLog } from './service-log.service.ts';

@Module({
  imports: [IdentityModule, RetentionModule],
  controllers: [EngagementController, ServiceEventsController],
  providers: [
    BehaviourPurge,
    ClosedLog,
    Consultations,
    DayCounts,
    Engagement,
    EventHistories,
    EventWriter,
    IdentityJournal,
    Ingest,
    ServiceBatches,
    ServiceHistories,
    ServiceImport,
    ServiceLog,
  ],
  exports: [Consultations, Engagement, EventHistories, ServiceHistories, ServiceLog],
})
export class EngagementModule {}
