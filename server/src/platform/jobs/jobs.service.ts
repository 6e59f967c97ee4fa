import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Clock, Randomness } from '../clock/index.ts';
import { Config } from '../config/index.ts';
import { Database } from '../database/index.ts';
import { Logger } from '../logging/index.ts';
import { Metrics } from '../metrics/index.ts';
import { IsNull, Not } from 'typeorm';
import { Job } from './job.entity.ts';
import { JobLoop } from './job-loop.ts';
import { type Lease, leaseOf } from './lease.ts';
import { LeaseKeeper } from './lease-keeper.ts';
import { JobWakes } from './job-wakes.ts';
import { Poll } from './poll.ts';
import { type EndedRun, RunLog } from './run-log.ts';

const LEASE_MS = 10_000;
/** How soon a process sees that a person asked another one for a run. */
const LOOK_EVERY_MS = 2_000;
/** How often a process makes sure of a job whose schedule Redis keeps. */
const MAKE_SURE_MS = 5_000;

interface JobOptions {
  /** Long work that people may stop for a while; its run looks at `isCancelled` between chunks. */
  readonly isStoppable?: boolean;
}
interface RegisteredJob {
  readonly loop: JobLoop;
  readonly keeper: LeaseKeeper;
  readonly log: RunLog;
  readonly isStoppable: boolean;
}

/** Recurring background work: one process at a time does a job, whichever holds its row. */
@Injectable()
export class Jobs implements OnModuleInit, OnApplicationShutdown {
  readonly #jobs = new Map<string, RegisteredJob>();
  readonly #owner: string;
  readonly #asked: Poll;
  readonly #schedules = new Map<string, number>();
  #isStarted = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    randomness: Randomness,
    private readonly config: Config,
    private readonly logger: Logger,
    private readonly metrics: Metrics,
    private readonly host: HttpAdapterHost,
    private readonly wakes: JobWakes,
  ) {
    this.#owner = randomness.uuid();
    this.#asked = new Poll(
      LOOK_EVERY_MS,
      () => this.#lookForAsked(),
      (error) => this.logger.warn('asked runs could not be looked up', { error }),
    );
  }

  /**
   * Registers work to be done every `everyMs` and whenever it is woken. Call it in `onModuleInit`.
   * A run that throws is logged, kept in the job's row, and tried again at the next turn.
   */
  every(
    name: string,
    everyMs: number,
    run: (lease: Lease) => Promise<void>,
    { isStoppable = false }: JobOptions = {},
  ): void {
    if (this.#jobs.has(name)) throw new Error(`the job ${name} is registered twice`);
    const keeper = new LeaseKeeper(this.database, this.clock, name, this.#owner, LEASE_MS);
    const turnMs = Math.max(everyMs, this.config.tickMs);
    const log = new RunLog(this.database, this.clock, name, turnMs);
    const loop: JobLoop = new JobLoop({
      everyMs: () => (this.wakes.isCarried ? Math.max(turnMs, MAKE_SURE_MS) : turnMs),
      hold: async () => {
        const fence = await keeper.hold();
        return fence === null ? null : leaseOf(this.database, name, fence, () => loop.isStopped);
      },
      run: async (lease) => {
        if (isStoppable && (await lease.isCancelled())) return;
        await this.#run(name, lease, run);
      },
      onError: (error) => {
        this.metrics.jobFailures.inc({ job: name });
        this.logger.error('job failed', { job: name, error });
      },
    });
    this.#jobs.set(name, { loop, keeper, log, isStoppable });
    this.#schedules.set(name, turnMs);
    if (this.#isStarted) loop.start();
  }

  /** Runs a job soon; safe to call for one that this process does not do. */
  wake(name: string): void {
    this.#jobs.get(name)?.loop.wake();
    // The one with the lease may be another process.
    this.wakes.wake(name);
  }

  /** Whether Redis carries wake-ups and schedules just now. */
  get isCarried(): boolean {
    return this.wakes.isCarried;
  }

  isStoppable(name: string): boolean {
    return this.#jobs.get(name)?.isStoppable ?? false;
  }

  /** Wakes a job whose outcome somebody waits for. */
  runSoon(name: string): void {
    this.#jobs.get(name)?.log.expect();
    this.wake(name);
  }

  /** Resolves when no job of this process is running. */
  async idle(): Promise<void> {
    for (const { loop } of this.#jobs.values()) await loop.idle();
  }

  /** Work begins when the process listens: only then every module has done its own bootstrap, such as seeding. */
  onModuleInit(): void {
    this.host.listen$.subscribe(() => this.#start());
  }

  #start(): void {
    if (!this.config.runsJobs) return;
    this.#isStarted = true;
    for (const { loop } of this.#jobs.values()) loop.start();
    this.#asked.start();
    this.wakes.start(this.#schedules, (name) => this.#wakeHere(name));
  }

  /** A turn that came over Redis: ours to do when the lease is, or can be. */
  async #wakeHere(name: string): Promise<boolean> {
    const job = this.#jobs.get(name);
    if (job === undefined || !(await job.keeper.mayHold())) return false;
    job.loop.wake();
    return true;
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.#isStarted) await this.#asked.stop();
    await this.wakes.stop();
    this.#isStarted = false;
    await Promise.all(
      [...this.#jobs.values()].map(async ({ loop, keeper }) => {
        await loop.stop();
        await keeper.release().catch(() => undefined);
      }),
    );
  }

  async #run(name: string, lease: Lease, run: (lease: Lease) => Promise<void>): Promise<void> {
    const startedAt = this.clock.now();
    const done = this.metrics.jobSeconds.startTimer({ job: name });
    let failure: { readonly error: unknown } | null = null;
    try {
      await run(lease);
    } catch (error) {
      failure = { error };
      throw error;
    } finally {
      done();
      await this.#note(name, { fence: lease.fence, startedAt, failure });
    }
  }

  /** That it cannot be noted is no failure of the work. */
  async #note(name: string, ended: EndedRun): Promise<void> {
    try {
      await this.#jobs.get(name)?.log.note(ended);
    } catch (error) {
      this.logger.warn('the end of a run was not noted', { job: name, error });
    }
  }

  async #lookForAsked(): Promise<void> {
    const asked = await this.database.read.find(Job, {
      select: { name: true },
      where: { wantedAt: Not(IsNull()) },
    });
    for (const { name } of asked) this.runSoon(name);
  }
}
