import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, LessThanOrEqual } from 'typeorm';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import { Jobs, type Lease, LeaseLost } from '../../platform/jobs/index.ts';
import { Logger } from '../../platform/logging/index.ts';
import { CopyOrderRecord } from './copy-order.entity.ts';
import { CopySteps } from './copy-steps.ts';

export const COPY_ORDERS_JOB = 'copy-orders';
const EVERY_MS = 5_000;
/** The lease is renewed between turns. */
const STEPS_PER_TURN = 5;
const ATTEMPTS_MAX = 5;

/** Writes the files that members asked for, one after the other, and deletes those whose days are over. */
@Injectable()
export class CopyOrderWorker implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly steps: CopySteps,
    private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.jobs.every(COPY_ORDERS_JOB, EVERY_MS, (lease) => this.#run(lease));
  }

  async #run(lease: Lease): Promise<void> {
    const expired = await this.database.read.findOne(CopyOrderRecord, {
      where: { state: 'DONE', expiresAt: LessThanOrEqual(this.clock.now()) },
      order: { requestedAt: 'ASC' },
    });
    if (expired !== null) await this.steps.expire(expired, lease);
    for (let step = 0; step < STEPS_PER_TURN; step += 1) {
      if (lease.isEnding()) return;
      const order = await this.#next();
      if (order === null) return;
      try {
        await this.steps.step(order, lease);
      } catch (error) {
        if (error instanceof LeaseLost) throw error;
        const { orderId } = order;
        const attempts = order.attempts + 1;
        this.logger.error('a copy of a member failed', { orderId, attempts, error });
        // One that fails again and again must not hold up the others for ever.
        return this.steps.noteFailure(order, attempts, attempts >= ATTEMPTS_MAX, lease);
      }
    }
    this.jobs.wake(COPY_ORDERS_JOB);
  }

  /** The one that has begun, else the one that waits longest. */
  #next(): Promise<CopyOrderRecord | null> {
    return this.database.read.findOne(CopyOrderRecord, {
      where: { state: In(['RUNNING', 'QUEUED']) },
      order: { state: 'DESC', requestedAt: 'ASC', orderId: 'ASC' },
    });
  }
}
