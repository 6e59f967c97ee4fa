import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import { Jobs } from '../../platform/jobs/index.ts';
import { AuditPendingRow, AuditRow, AuditSeal } from './audit-row.entity.ts';
import { ROWS_PER_SEAL, sealRows } from './seal.ts';

export const SEAL_JOB = 'seal-audit';
const SEAL_EVERY_MS = 1000;

/** Puts waiting rows of the trail under a seal, one node at a time, within two seconds of their commit. */
@Injectable()
export class AuditSealer implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(SEAL_JOB, SEAL_EVERY_MS, async () => {
      while ((await this.sealNext()) === ROWS_PER_SEAL);
    });
  }

  /**
   * Seals the next batch and answers its size. Should a second sealer run in spite of the lease, both write the
   * same sequence: its primary key lets one of them through.
   */
  async sealNext(): Promise<number> {
    return this.database.runInTransaction(async ({ manager }) => {
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
