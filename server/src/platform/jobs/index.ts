export { type JobUnits, type Lease, LeaseLost } from './lease.ts';
export { JobRecords, type JobView } from './job-records.ts';
export { Jobs } from './jobs.service.ts';
export { JobsModule } from './jobs.module.ts';
export { killHere } from './kill-here.ts';
