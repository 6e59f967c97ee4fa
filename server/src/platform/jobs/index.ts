export { type Lease, LeaseLost } from './lease.ts';
export { Jobs } from './jobs.service.ts';
export { JobsModule } from './jobs.module.ts';
