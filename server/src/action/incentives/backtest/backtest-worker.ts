import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.ts';
import { Database } from '../../../platform/database/index.ts';
import { Jobs, killHere, type Lease, LeaseLost } from '../../../platform/jobs/index.ts';
import { Logger } from '../../../platform/logging/index.ts';
import { BacktestReports } from './backtest-reports.ts';
import { BacktestRun } from './backtest-run.entity.ts';

export const BACKTEST_JOB = 'backtests';
const EVERY_MS = 5_000;

/** Thrown between chunks: somebody gave the run up, stopped the job, or the process ends. */
class Stopped extends Error {}

/**
 * Runs what was asked for, the earliest first and one at a time. A run reads and writes nothing but its own row, so that one
 * that was cut off is run again from its beginning and finds the same.
 */
@Injectable()
export class BacktestWorker implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly reports: BacktestReports,
    private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.jobs.every(BACKTEST_JOB, EVERY_MS, (lease) => this.turn(lease), { isStoppable: true });
  }

  private async turn(lease: Lease): Promise<void> {
    while (!(await lease.isCancelled())) {
      const run = await this.findNext();
      if (run === null) return;
      await this.run(lease, run);
    }
  }

  /** One that is said to be running was left by a process that is gone: only who has the lease is here. */
  private findNext(): Promise<BacktestRun | null> {
    const order = { askedAt: 'ASC', runId: 'ASC' } as const;
    return this.database.read.findOne(BacktestRun, {
      where: [{ state: 'QUEUED' }, { state: 'RUNNING' }],
      order,
    });
  }

  /** @throws {LeaseLost} */
  private async run(lease: Lease, run: BacktestRun): Promise<void> {
    try {
      await this.#work(lease, run);
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
    }
  }

  async #work(lease: Lease, run: BacktestRun): Promise<void> {
    let told = 0;
    const tell = async (share: number) => {
      const percent = Math.floor(share * 100);
      if (percent > told) await this.#write(lease, run, { percent: (told = percent) });
    };
    try {
      await this.#write(lease, run, { state: 'RUNNING', percent: 0 });
      const assertGoesOn = () => this.#assertGoesOn(lease, run);
      const report = await this.reports.make(run, { onProgress: tell, assertGoesOn });
      killHere('backtests.made');
      await this.#end(lease, run, { state: 'DONE', percent: 100, report: JSON.stringify(report) });
    } catch (error) {
      if (error instanceof Stopped || error instanceof LeaseLost) throw error;
      this.logger.error('a back-test failed', { runId: run.runId, error });
      await this.#end(lease, run, { state: 'FAILED' });
    }
  }

  #end(lease: Lease, run: BacktestRun, change: Partial<BacktestRun>): Promise<void> {
    return this.#write(lease, run, { ...change, finishedAt: this.clock.now() });
  }

  /** Fenced, and only while nobody gave the run up. @throws {Stopped} @throws {LeaseLost} */
  async #write(lease: Lease, { runId }: BacktestRun, change: Partial<BacktestRun>): Promise<void> {
    await this.database.runInTransaction(async (tx) => {
      const { finishedAt = null, percent = 0 } = change;
      const units = finishedAt === null ? { done: percent, total: 100 } : null;
      await lease.saveProgress(tx, { runId }, units);
      const { affected } = await tx.manager
        .createQueryBuilder()
        .update(BacktestRun)
        .set(change)
        .where("run_id = :runId AND state IN ('QUEUED', 'RUNNING')", { runId })
        .execute();
      if (affected !== 1) throw new Stopped();
    });
  }

  async #assertGoesOn(lease: Lease, { runId }: BacktestRun): Promise<void> {
    if (await lease.isCancelled()) throw new Stopped();
    if (await this.database.read.existsBy(BacktestRun, { runId, state: 'CANCELLED' })) throw new Stopped();
  }
}
