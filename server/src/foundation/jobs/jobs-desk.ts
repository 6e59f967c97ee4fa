import { Injectable } from '@nestjs/common';
import type { JobListQuery, JobRow, JobRows } from '@siyu/shared/contracts/jobs';
import type { z } from 'zod';
import { Database, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { JobRecords, type JobView } from '../../platform/jobs/index.ts';
import { Audit } from '../audit/index.ts';

/** Background work as staff see it; each act that changed something stands in the audit. */
@Injectable()
export class JobsDesk {
  constructor(
    private readonly database: Database,
    private readonly records: JobRecords,
    private readonly audit: Audit,
  ) {}

  async listRows(query: z.output<typeof JobListQuery>): Promise<JobRows> {
    const { rows, total, nextCursor } = await this.records.list(query);
    return { rows: rows.map(rowOf), total, nextCursor };
  }

  async getRow(name: string): Promise<JobRow> {
    return rowOf(await this.records.get(name));
  }

  run(name: string, actor: Principal): Promise<JobRow> {
    return this.#act(name, actor, 'jobs.run', (tx) => this.records.askRun(tx, name));
  }

  stop(name: string, actor: Principal): Promise<JobRow> {
    return this.#act(name, actor, 'jobs.stop', (tx) => this.records.stop(tx, name));
  }

  async #act(
    name: string,
    actor: Principal,
    action: string,
    change: (tx: Transaction) => Promise<boolean>,
  ): Promise<JobRow> {
    await this.database.runInTransaction(async (tx) => {
      if (!(await change(tx))) return;
      await this.audit.record(tx, { actor, action, subjectKind: 'job', subjectId: name });
    });
    return this.getRow(name);
  }
}

function rowOf(job: JobView): JobRow {
  const { name, state, isStoppable, failedAt, errorCode, unitsDone } = job;
  return {
    name,
    state,
    isStoppable,
    isRunWanted: job.wantedAt !== null,
    startedAt: instant(job.startedAt),
    finishedAt: instant(job.finishedAt),
    nextAt: instant(job.nextAt),
    attempts: job.attempts ?? 0,
    lastFailure:
      failedAt === null || errorCode === null
        ? null
        : { at: new Date(failedAt).toISOString(), code: errorCode, hint: job.lastError ?? '' },
    units: unitsDone === null ? null : { done: unitsDone, total: job.unitsTotal },
  };
}

const instant = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
