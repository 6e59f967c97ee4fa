import type { QueryDeepPartialEntity } from 'typeorm';
import type { Clock } from '../clock/index.ts';
import type { Database } from '../database/index.ts';
import { failureOf } from './failure-of.ts';
import { Job } from './job.entity.ts';
import { LeaseLost } from './lease.ts';

/** A good run after a good one is news once a minute, a failure after a failure every five seconds. */
const GOOD_EVERY_MS = 60_000;
const FAILED_EVERY_MS = 5_000;

export interface EndedRun {
  readonly fence: number;
  readonly startedAt: number;
  /** Null for a good run. */
  readonly failure: { readonly error: unknown } | null;
}

/** Keeps in the row of a job how its runs end. Most turns of a job find nothing to do: they cost no write. */
export class RunLog {
  #wasFailing: boolean | null = null;
  #writtenAt = Number.NEGATIVE_INFINITY;
  #unwritten = 0;
  #isWanted = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly job: string,
    private readonly everyMs: number,
  ) {}

  /** Somebody waits for the outcome of the next run: it is written whatever it is. */
  expect(): void {
    this.#isWanted = true;
  }

  async note({ fence, startedAt, failure }: EndedRun): Promise<void> {
    // Whoever has the lease now tells what became of the work.
    if (failure?.error instanceof LeaseLost) return;
    const isFailing = failure !== null;
    if (isFailing) this.#unwritten += 1;
    const now = this.clock.now();
    const isChange = isFailing !== this.#wasFailing;
    const isDue = Math.abs(now - this.#writtenAt) >= (isFailing ? FAILED_EVERY_MS : GOOD_EVERY_MS);
    if (!isChange && !isDue && !this.#isWanted) return;
    const outcome = failure === null ? { finishedAt: now, attempts: null } : this.#failed(now, failure.error);
    await this.#write(fence, startedAt, { ...outcome, nextAt: now + this.everyMs });
    this.#wasFailing = isFailing;
    this.#writtenAt = now;
    this.#unwritten = 0;
    this.#isWanted = false;
  }

  async #write(fence: number, startedAt: number, outcome: QueryDeepPartialEntity<Job>): Promise<void> {
    await this.database.runInTransaction(async ({ manager }) => {
      await manager
        .createQueryBuilder()
        .update(Job)
        .set({
          ...outcome,
          startedAt,
          // Asked for while this run was under way: the next one answers it.
          wantedAt: () => 'CASE WHEN wanted_at <= :startedAt THEN NULL ELSE wanted_at END',
        })
        .where('name = :name AND fence = :fence', { name: this.job, fence, startedAt })
        .execute();
    });
  }

  #failed(now: number, error: unknown) {
    const { code, hint } = failureOf(error);
    const count = this.#unwritten;
    return {
      failedAt: now,
      errorCode: code,
      lastError: hint,
      attempts: () => `COALESCE(attempts, 0) + ${count}`,
    };
  }
}
