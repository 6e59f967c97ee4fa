import { Global, Module } from '@nestjs/common';
import { JobRecords } from './job-records.ts';
import { Jobs } from './jobs.service.ts';

@Global()
@Module({ providers: [Jobs, JobRecords], exports: [Jobs, JobRecords] })
export class JobsModule {}
