import { Injectable } from '@nestjs/common';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { Jobs } from '../../platform/jobs/index.ts';
import { AuditPendingRow, AuditRow } from './audit-row.entity.ts';
import { SEAL_JOB } from './audit-sealer.ts';

export interface AuditEntry {
  readonly actor: Principal | 'system';
  /** `module.verb`, such as `content.publish`. */
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly subjectNo?: number;
  readonly reasonCode?: string;
  /** What the decision rested on: hashes, versions, codes. No personal data. */
  readonly inputs?: Readonly<Record<string, unknown>>;
}

@Injectable()
export class Audit {
  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly jobs: Jobs,
  ) {}

  /** Writes what was done in the transaction that does it: either both are there or neither. */
  async record(tx: Transaction, entry: AuditEntry): Promise<void> {
    const rowId = this.randomness.uuid();
    const { actor } = entry;
    const row = {
      rowId,
      recordedAt: this.clock.now(),
      actorKind: actor === 'system' ? actor : actor.audience,
      actorId: actor === 'system' ? null : actor.id,
      action: entry.action,
      subjectKind: entry.subjectKind,
      subjectId: entry.subjectId,
      subjectNo: entry.subjectNo ?? null,
      reasonCode: entry.reasonCode ?? null,
      inputs: entry.inputs ?? null,
    };
    await tx.manager.createQueryBuilder().insert().into(AuditRow).values(row).updateEntity(false).execute();
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(AuditPendingRow)
      .values({ rowId })
      .updateEntity(false)
      .execute();
    tx.afterCommit(() => this.jobs.wake(SEAL_JOB));
  }
}
