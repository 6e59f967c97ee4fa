import { z } from 'zod';
import type { Database, Transaction } from '../database/index.ts';
import { Job } from './job.entity.ts';

/** Thrown by a fenced write of a process whose work was given to another one meanwhile. */
export class LeaseLost extends Error {
  constructor(job: string) {
    super(`the lease of ${job} belongs to another process now`);
    this.name = 'LeaseLost';
  }
}

/** Handed to a running job. */
export interface Lease {
  readonly job: string;
  readonly fence: number;
  /**
   * Joins the right to work to the transaction: it commits only while the lease is still ours.
   * @throws {LeaseLost}
   */
  assertHeld(tx: Transaction): Promise<void>;
  /** What `saveProgress` stored last, in this process or in one before it. */
  progress(): Promise<unknown>;
  /** Stores where to go on, together with the work of this transaction; fenced. */
  saveProgress(tx: Transaction, progress: object): Promise<void>;
  /** Whether somebody asked the job to stop, or the process ends; long jobs look between chunks. */
  isCancelled(): Promise<boolean>;
  /** Whether the process ends: what is left is for another one, or for the next start. */
  isEnding(): boolean;
}

export function leaseOf(
  database: Database,
  job: string,
  fence: number,
  isEnding: () => boolean = () => false,
): Lease {
  const row = () => database.read.findOneByOrFail(Job, { name: job });
  const assertHeld = async (tx: Transaction, progress?: object) => {
    const { affected } = await tx.manager
      .createQueryBuilder()
      .update(Job)
      // Writing the row, not just reading it, makes two owners meet at its lock.
      .set(progress === undefined ? { fence } : { fence, progress })
      .where({ name: job, fence })
      .execute();
    // MariaDB counts matched rows (FOUND_ROWS is on by default in mysql2), so an unchanged value counts as well.
    if (z.number().parse(affected) === 0) throw new LeaseLost(job);
  };
  return {
    job,
    fence,
    assertHeld: (tx) => assertHeld(tx),
    saveProgress: assertHeld,
    progress: async () => (await row()).progress,
    isCancelled: async () => isEnding() || (await row()).isCancelled,
    isEnding,
  };
}
