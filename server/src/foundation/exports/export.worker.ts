import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.ts';
import { Jobs, type Lease, LeaseLost } from '../../platform/jobs/index.ts';
import { Logger } from '../../platform/logging/index.ts';
import { ExportRecords } from './export-records.ts';
import { ExportSteps } from './export-steps.ts';
import { INTERNAL_FAILURE } from './exports.errors.ts';

export const EXPORTS_JOB = 'exports';
const EVERY_MS = 2_000;
/** The lease is renewed between turns. */
const STEPS_PER_TURN = 5;
const ATTEMPTS_MAX = 5;

/** Writes the files that a second person agreed to, one after the other, and deletes those whose days are over. */
@Injectable()
export class ExportWorker implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly records: ExportRecords,
    private readonly steps: ExportSteps,
    private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.jobs.every(EXPORTS_JOB, EVERY_MS, (lease) => this.#run(lease));
  }

  async #run(lease: Lease): Promise<void> {
    const expired = await this.records.nextExpired(this.clock.now());
    if (expired !== null) await this.steps.purge(expired, lease);
    for (let step = 0; step < STEPS_PER_TURN; step += 1) {
      if (lease.isEnding()) return;
      const row = await this.records.next();
      if (row === null) return;
      try {
        await this.steps.step(row, lease);
      } catch (error) {
        if (error instanceof LeaseLost) throw error;
        const { exportId } = row;
        const attempts = row.attempts + 1;
        this.logger.error('export failed', { exportId, attempts, error });
        // One that fails again and again must not hold up the others for ever.
        if (attempts >= ATTEMPTS_MAX) return this.steps.fail(row, INTERNAL_FAILURE, lease);
        return this.steps.noteAttempt(row, attempts, lease);
      }
    }
    this.jobs.wake(EXPORTS_JOB);
  }
}
