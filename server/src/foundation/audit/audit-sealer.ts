import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import { Jobs, type Lease } from '../../platform/jobs/index.ts';
import { AuditPendingRow, AuditRow, AuditSeal } from './audit-row.entity.ts';
import { ROWS_PER_SEAL, sealRows } from './seal.ts';

export const SEAL_JOB = 'seal-audit';
const SEAL_EVERY_MS = 1000;

/** Puts waiting rows of the trail under a seal, one process at a time, within two seconds of their commit. */
@Injectable()
export class AuditSealer implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(SEAL_JOB, SEAL_EVERY_MS, async (lease) => {
      while ((await this.#isAnyWaiting()) && (await this.#sealNext(lease)) === ROWS_PER_SEAL);
    });
  }

  /** Looked up outside a transaction: an idle trail costs no write. */
  #isAnyWaiting(): Promise<boolean> {
    return this.database.read.exists(AuditPendingRow);
  }

  /** Seals the next batch and answers its size. A sealer whose lease was given away commits nothing. */
  async #sealNext(lease: Lease): Promise<number> {
    return this.database.runInTransaction(async (tx) => {
      await lease.assertHeld(tx);
      const { manager } = tx;
      const rows = await manager
        .createQueryBuilder(AuditRow, 'audit_row')
        .innerJoin(AuditPendingRow, 'pending', 'pending.rowId = audit_row.rowId')
        .orderBy('audit_row.rowId', 'ASC')
        .limit(ROWS_PER_SEAL)
        .getMany();
      if (rows.length === 0) return 0;
      const [previous] = await manager.find(AuditSeal, { order: { sequence: 'DESC' }, take: 1 });
      const seal = sealRows(rows, previous ?? null, this.clock.now());
      await manager.createQueryBuilder().insert().into(AuditSeal).values(seal).updateEntity(false).execute();
      await manager.delete(AuditPendingRow, { rowId: In(rows.map(({ rowId }) => rowId)) });
      return rows.length;
    });
  }
}
