import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, Randomness } from '../clock/index.ts';
import { Config } from '../config/index.ts';
import { Database } from '../database/index.ts';
import { Logger } from '../logging/index.ts';
import { Metrics } from '../metrics/index.ts';
import { JobLoop } from './job-loop.ts';
import { type Lease, leaseOf } from './lease.ts';
import { LeaseKeeper } from './lease-keeper.ts';

const LEASE_MS = 10_000;

interface RegisteredJob {
  readonly loop: JobLoop;
  readonly keeper: LeaseKeeper;
}

/** Recurring background work: one process at a time does a job, whichever holds its row. */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #jobs = new Map<string, RegisteredJob>();
  readonly #owner: string;
  #isStarted = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    randomness: Randomness,
    private readonly config: Config,
    private readonly logger: Logger,
    private readonly metrics: Metrics,
  ) {
    this.#owner = randomness.uuid();
  }

  /**
   * Registers work to be done every `everyMs` and whenever it is woken. Call it in `onModuleInit`.
   * A run that throws is logged and tried again at the next turn.
   */
  every(name: string, everyMs: number, run: (lease: Lease) => Promise<void>): void {
    if (this.#jobs.has(name)) throw new Error(`the job ${name} is registered twice`);
    const keeper = new LeaseKeeper(this.database, this.clock, name, this.#owner, LEASE_MS);
    const loop: JobLoop = new JobLoop({
      everyMs: Math.max(everyMs, this.config.tickMs),
      hold: async () => {
        const fence = await keeper.hold();
        return fence === null ? null : leaseOf(this.database, name, fence, () => loop.isStopped);
      },
      run: async (lease) => {
        const done = this.metrics.jobSeconds.startTimer({ job: name });
        await run(lease).finally(done);
      },
      onError: (error) => {
        this.metrics.jobFailures.inc({ job: name });
        this.logger.error('job failed', { job: name, error });
      },
    });
    this.#jobs.set(name, { loop, keeper });
    if (this.#isStarted) loop.start();
  }

  /** Runs a job soon; safe to call for one that this process does not do. */
  wake(name: string): void {
    this.#jobs.get(name)?.loop.wake();
  }

  /** Resolves when no job of this process is running. */
  async idle(): Promise<void> {
    for (const { loop } of this.#jobs.values()) await loop.idle();
  }

  onApplicationBootstrap(): void {
    if (!this.config.runsJobs) return;
    this.#isStarted = true;
    for (const { loop } of this.#jobs.values()) loop.start();
  }

  async onApplicationShutdown(): Promise<void> {
    this.#isStarted = false;
    await Promise.all(
      [...this.#jobs.values()].map(async ({ loop, keeper }) => {
        await loop.stop();
        await keeper.release().catch(() => undefined);
      }),
    );
  }
}
