import { Controller, Param, Query } from '@nestjs/common';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import { JobListQuery, JobName, JobRow, JobRows } from '@siyu/shared/contracts/jobs';
import { jobsRoutes } from '@siyu/shared/contracts/jobs.routes';
import type { z } from 'zod';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { JobsDesk } from './jobs-desk.ts';

const READERS: readonly Role[] = ['operator', 'systemAdmin'];

@Controller()
export class JobsConsoleController {
  constructor(private readonly desk: JobsDesk) {}

  @Bind(jobsRoutes.listJobs, { response: JobRows })
  @Access({ audience: 'staff', roles: READERS })
  listJobs(@Query({ schema: JobListQuery }) query: z.output<typeof JobListQuery>): Promise<JobRows> {
    return this.desk.listRows(query);
  }

  @Bind(jobsRoutes.getJob, { response: JobRow })
  @Access({ audience: 'staff', roles: READERS })
  getJob(@Param('name', { schema: JobName }) name: string): Promise<JobRow> {
    return this.desk.getRow(name);
  }

  @Bind(jobsRoutes.runJob, { response: JobRow })
  @Access({ audience: 'staff', roles: READERS })
  runJob(@Caller() actor: Principal, @Param('name', { schema: JobName }) name: string): Promise<JobRow> {
    return this.desk.run(name, actor);
  }

  @Bind(jobsRoutes.stopJob, { response: JobRow })
  @Access({ audience: 'staff', roles: ['systemAdmin'] })
  stopJob(@Caller() actor: Principal, @Param('name', { schema: JobName }) name: string): Promise<JobRow> {
    return this.desk.stop(name, actor);
  }
}
