import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.ts';
import { Purges } from './purges.ts';
import { RetentionDesk } from './retention-desk.ts';
import { RetentionRun } from './retention-run.ts';
import { RetentionConsoleController } from './retention.console.controller.ts';

/** How long everything is kept, and the job that deletes what is past its time. */
@Module({
  imports: [AuditModule],
  controllers: [RetentionConsoleController],
  providers: [Purges, RetentionDesk, RetentionRun],
  exports: [Purges],
})
export class RetentionModule {}
