import { Injectable } from '@nestjs/common';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { insertRows, type Transaction } from '../../platform/database/index.ts';
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
  record(tx: Transaction, entry: AuditEntry): Promise<void> {
    return this.recordAll(tx, [entry]);
  }

  /** The same for many acts of one transaction, a row each. */
  async recordAll(tx: Transaction, entries: readonly AuditEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const recordedAt = this.clock.now();
    const rows = entries.map(({ actor, ...entry }) => ({
      ...entry,
      rowId: this.randomness.uuid(),
      recordedAt,
      actorKind: actor === 'system' ? actor : actor.audience,
      actorId: actor === 'system' ? null : actor.id,
    }));
    await insertRows(tx, AuditRow, rows);
    await insertRows(tx, AuditPendingRow, rows);
    tx.afterCommit(() => this.jobs.wake(SEAL_JOB));
  }
}
