import { Global, Module } from '@nestjs/common';
import { Config } from '../config/index.ts';
import { Logger } from '../logging/index.ts';
import { JobRecords } from './job-records.ts';
import { JobWakes } from './job-wakes.ts';
import { Jobs } from './jobs.service.ts';
import { openWakes } from './open-wakes.ts';

@Global()
@Module({
  providers: [Jobs, JobRecords, { provide: JobWakes, inject: [Config, Logger], useFactory: openWakes }],
  exports: [Jobs, JobRecords],
})
export class JobsModule {}
