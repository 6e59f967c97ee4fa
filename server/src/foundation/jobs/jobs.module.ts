import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.ts';
import { JobsConsoleController } from './jobs.console.controller.ts';
import { JobsDesk } from './jobs-desk.ts';

/** The desk at which staff see how the background work is, and lend a hand. */
@Module({ imports: [AuditModule], controllers: [JobsConsoleController], providers: [JobsDesk] })
export class JobsDeskModule {}
