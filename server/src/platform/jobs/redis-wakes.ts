import { setTimeout as sleep } from 'node:timers/promises';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { z } from 'zod';
import type { Logger } from '../logging/index.ts';
import { JobWakes, type WakeHere } from './job-wakes.ts';

const QUEUE = 'jobs';
/** One hash tag: all keys of the queue lie in one slot of a cluster. */
const PREFIX = '{siyu}';
const LOOK_EVERY_MS = 2_000;
const GOODBYE_MS = 1_000;
const RETRY_MAX_MS = 2_000;
/** A turn that met a process without the lease: another one gets it a moment later, so many times. */
const PASS_ON_MS = 40;
const PASSES_MAX = 10;
const Turn = z.object({ job: z.string(), passes: z.int().default(0) });
const GONE = { removeOnComplete: true, removeOnFail: true } as const;

/**
 * Carries the turns of jobs over Redis with BullMQ: schedules that all processes share, and wake-ups that reach the one
 * with the lease. Losing Redis, or all it holds, loses nothing: schedules are put there again, and while it is away the
 * timers of each process do.
 */
export class RedisWakes extends JobWakes {
  #redis: Redis | null = null;
  #workersOwn: Redis | null = null;
  #queue: Queue | null = null;
  #worker: Worker | null = null;
  #look: NodeJS.Timeout | null = null;
  #schedules: ReadonlyMap<string, number> = new Map();
  #wakeHere: WakeHere | null = null;
  #isReady = false;

  constructor(
    private readonly url: string,
    private readonly logger: Logger,
  ) {
    super();
  }

  override get isCarried(): boolean {
    return this.#isReady;
  }

  override start(schedules: ReadonlyMap<string, number>, wakeHere: WakeHere): void {
    this.#schedules = schedules;
    this.#wakeHere = wakeHere;
    // It begins to connect at once and never gives up: what BullMQ makes of it waits for that.
    const connection = new Redis(this.url, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: null,
      retryStrategy: (times) => Math.min(RETRY_MAX_MS, 50 * 2 ** Math.min(times, 6)),
    });
    connection.on('error', () => undefined);
    connection.on('ready', () => void this.#found());
    connection.on('close', () => this.#lost());
    const common = { prefix: PREFIX, skipVersionCheck: true };
    this.#queue = new Queue(QUEUE, { ...common, connection });
    // A worker that is refused at once asks again at once, and nothing else gets a turn: its questions wait for Redis.
    const workersOwn = connection.duplicate({ enableOfflineQueue: true });
    workersOwn.on('error', () => undefined);
    this.#worker = new Worker(
      QUEUE,
      async ({ name, data }) => {
        const { job, passes } = Turn.parse(data);
        if ((await wakeHere(job)) || passes >= PASSES_MAX) return;
        await this.#queue?.add(name, { job, passes: passes + 1 }, { ...GONE, delay: PASS_ON_MS });
      },
      { ...common, connection: workersOwn, concurrency: 4 },
    );
    // The connection's own events say whether Redis is there.
    this.#queue.on('error', () => undefined);
    this.#worker.on('error', () => undefined);
    this.#redis = connection;
    this.#workersOwn = workersOwn;
    this.#look = setInterval(() => void this.#putSchedules(), LOOK_EVERY_MS);
  }

  override wake(name: string): void {
    if (!this.#isReady) return;
    // Many wake-ups of one job are one turn, and one more when it is under way already.
    const deduplication = { id: name, keepLastIfActive: true };
    this.#queue?.add('wake', { job: name }, { ...GONE, deduplication }).catch(() => undefined);
  }

  override async stop(): Promise<void> {
    if (this.#look !== null) clearInterval(this.#look);
    this.#isReady = false;
    const closed = Promise.allSettled([this.#worker?.close(true), this.#queue?.close()]);
    // A Redis that does not answer is no reason to stay.
    await Promise.race([closed, sleep(GOODBYE_MS, undefined, { ref: false })]);
    this.#redis?.disconnect();
    this.#workersOwn?.disconnect();
  }

  async #found(): Promise<void> {
    await this.#putSchedules();
    if (!this.#isReady) this.logger.info('Redis carries the jobs');
    this.#isReady = true;
  }

  #lost(): void {
    if (!this.#isReady) return;
    this.#isReady = false;
    this.logger.warn('Redis is away: timers of this process carry its jobs');
    // They have been set for long pauses: a turn now sets them anew.
    for (const name of this.#schedules.keys()) void this.#wakeHere?.(name).catch(() => undefined);
  }

  /** Once, and again when somebody emptied Redis. */
  async #putSchedules(): Promise<void> {
    const queue = this.#queue;
    if (queue === null || this.#redis?.status !== 'ready') return;
    try {
      if ((await queue.getJobSchedulersCount()) >= this.#schedules.size) return;
      for (const [name, every] of this.#schedules)
        await queue.upsertJobScheduler(name, { every }, { name: 'turn', data: { job: name }, opts: GONE });
    } catch {
      // Looked at again in a moment.
    }
  }
}
