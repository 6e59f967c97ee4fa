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

/** How far a long piece of work is, for people; the total is null where nobody knows it. */
export interface JobUnits {
  readonly done: number;
  readonly total: number | null;
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
  /**
   * Stores where to go on, together with the work of this transaction; fenced.
   * @param units what people see of it, in the same write; null when the piece of work is over
   */
  saveProgress(tx: Transaction, progress: object, units?: JobUnits | null): Promise<void>;
  /**
   * Whether a person stopped the job, or the process ends; long jobs look between chunks. Decided: the mark stands
   * until a person takes it away, and the place of the work is kept. There is no giving up of half a run: what runs
   * as a job has to be finished one day, or the members would be scored by two sets of cuts for ever.
   */
  isCancelled(): Promise<boolean>;
  /** Whether the process ends: what is left is for another one, or for the next start. */
  isEnding(): boolean;
}

/** What `npm run prove -- campaign-kills --sabotage` takes away: whoever once had a lease may write for ever. */
const isUnfenced = (env: NodeJS.ProcessEnv = process.env): boolean =>
  env['NODE_ENV'] === 'test' && env['SIYU_SABOTAGE'] === 'unfenced';

export function leaseOf(
  database: Database,
  job: string,
  fence: number,
  isEnding: () => boolean = () => false,
): Lease {
  const row = () => database.read.findOneByOrFail(Job, { name: job });
  const assertHeld = async (tx: Transaction, progress?: object, units?: JobUnits | null) => {
    const { affected } = await tx.manager
      .createQueryBuilder()
      .update(Job)
      // Writing the row, not just reading it, makes two owners meet at its lock.
      .set({
        fence,
        ...(progress !== undefined && { progress }),
        ...(units !== undefined && { unitsDone: units?.done ?? null, unitsTotal: units?.total ?? null }),
      })
      .where({ name: job, fence })
      .execute();
    // MariaDB counts matched rows (FOUND_ROWS is on by default in mysql2), so an unchanged value counts as well.
    if (z.number().parse(affected) === 0 && !isUnfenced()) throw new LeaseLost(job);
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
