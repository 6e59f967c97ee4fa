import type { JobListQuery, JobRow, JobRows } from './jobs.ts';
import { defineRoute } from './route.ts';

interface ByName {
  readonly params: { readonly name: string };
}

export const jobsRoutes = {
  listJobs: defineRoute<{ query: JobListQuery }, JobRows>(
    'jobs.listJobs',
    'staff',
    'GET',
    '/v1/console/jobs',
  ),
  getJob: defineRoute<ByName, JobRow>('jobs.getJob', 'staff', 'GET', '/v1/console/jobs/:name'),
  /** Of one that failed: try again now; of one that was stopped: go on. Asked twice it has one effect. */
  runJob: defineRoute<ByName, JobRow>('jobs.runJob', 'staff', 'POST', '/v1/console/jobs/:name/run'),
  /** Until somebody asks for a run; the place of the work is kept. */
  stopJob: defineRoute<ByName, JobRow>('jobs.stopJob', 'staff', 'POST', '/v1/console/jobs/:name/stop'),
} as const;
