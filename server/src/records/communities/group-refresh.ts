import { Injectable } from '@nestjs/common';
import { GROUP_SYNC_JOB } from '@siyu/shared/contracts/communities-desk.limits';
import { Audit } from '../../foundation/audit/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { JobRecords } from '../../platform/jobs/index.ts';

/** Somebody at the desk who cannot wait for the next walk through WeCom's groups. */
@Injectable()
export class GroupRefresh {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobRecords,
    private readonly audit: Audit,
  ) {}

  /** Asked again while one is to come, it is the same one. */
  async ask(actor: Principal): Promise<void> {
    await this.database.runInTransaction(async (tx) => {
      if (!(await this.jobs.askTurn(tx, GROUP_SYNC_JOB))) return;
      const subject = { subjectKind: 'job', subjectId: GROUP_SYNC_JOB };
      await this.audit.record(tx, { actor, action: 'communities.refresh', ...subject });
    });
  }
}
