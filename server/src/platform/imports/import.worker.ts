import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../database/index.ts';
import { Jobs, type Lease, LeaseLost } from '../jobs/index.ts';
import { Logger } from '../logging/index.ts';
import { ImportRecord } from './import.entity.ts';
import { ImportEndings } from './import-endings.ts';
import { ImportSteps } from './import-steps.ts';
import { INTERNAL_FAILURE } from './imports.errors.ts';
import { IMPORTS_JOB } from './imports.service.ts';

const EVERY_MS = 1_000;
/** The lease is renewed between turns, so a turn must be over long before it runs out. */
const STEPS_PER_TURN = 10;
const ATTEMPTS_MAX = 5;

/** Takes imports in, one after the other, from wherever the last process stopped. */
@Injectable()
export class ImportWorker implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly steps: ImportSteps,
    private readonly endings: ImportEndings,
    private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.jobs.every(IMPORTS_JOB, EVERY_MS, (lease) => this.run(lease));
  }

  private async run(lease: Lease): Promise<void> {
    for (let step = 0; step < STEPS_PER_TURN; step += 1) {
      if (lease.isEnding()) return;
      const row = await this.next();
      if (row === null) return;
      try {
        await this.steps.step(row, lease);
      } catch (error) {
        if (error instanceof LeaseLost) throw error;
        return this.noteFailure(row, lease, error);
      }
    }
    this.jobs.wake(IMPORTS_JOB);
  }

  /** The one that has begun, else the one that waits longest. */
  private async next(): Promise<ImportRecord | null> {
    const [row] = await this.database.read.find(ImportRecord, {
      where: { state: In(['RUNNING', 'QUEUED']) },
      order: { state: 'DESC', requestedAt: 'ASC', importId: 'ASC' },
      take: 1,
    });
    return row ?? null;
  }

  /** Tried again at the next turn; an import that fails again and again must not hold up the others for ever. */
  private async noteFailure(row: ImportRecord, lease: Lease, error: unknown): Promise<void> {
    const { importId } = row;
    const attempts = row.attempts + 1;
    this.logger.error('import failed', { importId, line: row.linesDone, attempts, error });
    if (attempts >= ATTEMPTS_MAX) return this.endings.fail(row, INTERNAL_FAILURE, lease);
    await this.database.runInTransaction(async (tx) => {
      await tx.manager.update(ImportRecord, { importId }, { attempts });
      await lease.assertHeld(tx);
    });
  }
}
