import type { Clock } from '../clock/index.ts';
import type { Database } from '../database/index.ts';
import { Job } from './job.entity.ts';

/** Room for processes whose clocks differ a little. */
const LONGEST_LEASES = 3;

/** Takes, renews and gives back the lease of one job. */
export class LeaseKeeper {
  #fence: number | null = null;
  #until = 0;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly job: string,
    private readonly owner: string,
    private readonly leaseMs: number,
  ) {}

  /** The fencing token, or null while another process holds the lease. Writes only when half of it has passed. */
  async hold(): Promise<number | null> {
    const now = this.clock.now();
    const left = this.#until - now;
    // More left than was ever given: the clock was set back, and the row must say the right time again.
    if (this.#fence !== null && left > this.leaseMs / 2 && left <= this.leaseMs) return this.#fence;
    const fence = await this.database.runInTransaction(async ({ manager }) => {
      await manager
        .createQueryBuilder()
        .insert()
        .into(Job)
        .values({ name: this.job, owner: null, leaseUntil: 0, fence: 0, isCancelled: false })
        .orIgnore()
        .updateEntity(false)
        .execute();
      const renewed = await manager
        .createQueryBuilder()
        .update(Job)
        .set({ leaseUntil: now + this.leaseMs })
        .where({ name: this.job, owner: this.owner, fence: this.#fence ?? -1 })
        .execute();
      if (renewed.affected === 1) return this.#fence;
      const taken = await manager
        .createQueryBuilder()
        .update(Job)
        .set({ owner: this.owner, leaseUntil: now + this.leaseMs, fence: () => 'fence + 1' })
        // A lease that ends later than any could was given by a clock that ran ahead. The fence keeps its owner
        // out, should it live; nobody waits for days should it be dead.
        .where('name = :name AND (owner IS NULL OR lease_until <= :now OR lease_until > :tooFar)', {
          name: this.job,
          now,
          tooFar: now + LONGEST_LEASES * this.leaseMs,
        })
        .execute();
      if (taken.affected === 0) return null;
      return (await manager.findOneByOrFail(Job, { name: this.job })).fence;
    });
    this.#fence = fence;
    this.#until = fence === null ? 0 : now + this.leaseMs;
    return fence;
  }

  /** Whether nobody else has it: to be asked by whoever passes a turn on, without taking anything. */
  async mayHold(): Promise<boolean> {
    const row = await this.database.read.findOneBy(Job, { name: this.job });
    return (
      row === null || row.owner === null || row.owner === this.owner || row.leaseUntil <= this.clock.now()
    );
  }

  /** Lets another process begin at once instead of waiting for the lease to run out. */
  async release(): Promise<void> {
    if (this.#fence === null) return;
    const fence = this.#fence;
    this.#fence = null;
    await this.database.runInTransaction(async ({ manager }) => {
      await manager
        .createQueryBuilder()
        .update(Job)
        .set({ owner: null, leaseUntil: 0 })
        .where({ name: this.job, owner: this.owner, fence })
        .execute();
    });
  }
}
