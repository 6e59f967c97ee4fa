import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.ts';
import { OrganisationModule } from '../organisation/index.ts';
import { ReviewsModule } from '../reviews/index.ts';
import { ExportKinds } from './export-kind.ts';
import { ExportRecords } from './export-records.ts';
import { ExportRowsView } from './export-rows-view.ts';
import { ExportSteps } from './export-steps.ts';
import { ExportWorker } from './export.worker.ts';
import { ExportsConsoleController } from './exports.console.controller.ts';
import { ExportsDesk } from './exports-desk.ts';

/** Lists that leave as files; what is in them is known to the modules that registered their kinds. */
@Module({
  imports: [AuditModule, OrganisationModule, ReviewsModule],
  controllers: [ExportsConsoleController],
  providers: [ExportsDesk, ExportKinds, ExportRecords, ExportRowsView, ExportSteps, ExportWorker],
  exports: [ExportKinds],
})
export class ExportsModule {}
