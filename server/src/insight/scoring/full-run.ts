import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { Jobs, type Lease } from '../../platform/jobs/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { MemberBatches } from './member-batches.ts';
import { ScoringModels } from './scoring-models.ts';

export const SCORE_FULL_JOB = 'score-full';
const EVERY_MS = 15_000;
/** After so many batches the lease is renewed. */
const BATCHES_PER_TURN = 50;

/** The job's row: with which versions everybody was scored last, or is being scored, and how far. */
export const FullProgress = z.object({
  versions: z.record(z.string(), z.int()),
  /** Everybody up to this number has been looked at. */
  after: z.int(),
  touched: z.int(),
  failed: z.int(),
  startedAt: z.int(),
  finishedAt: z.int().nullable(),
});
type FullProgress = z.infer<typeof FullProgress>;

/** Scores everybody once under each new set of model versions; a run that was cut off goes on where it was. */
@Injectable()
export class FullRun implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly identity: Identity,
    private readonly models: ScoringModels,
    private readonly batches: MemberBatches,
  ) {}

  onModuleInit(): void {
    this.jobs.every(SCORE_FULL_JOB, EVERY_MS, (lease) => this.turn(lease), { isStoppable: true });
  }

  private async turn(lease: Lease): Promise<void> {
    const versions = { ...(await this.models.versionsAt(this.clock.now())) };
    const before = FullProgress.nullable().parse(await lease.progress());
    const run = before !== null && isSame(before.versions, versions) ? { ...before } : this.begin(versions);
    if (run.finishedAt !== null) return;
    const total = await this.identity.highestNumber();
    for (let batch = 0; batch < BATCHES_PER_TURN; batch += 1) {
      if (await lease.isCancelled()) return;
      const page = await this.identity.listNumbersAfter(run.after, this.batches.walkSize);
      const last = page.at(-1);
      if (last === undefined) {
        run.finishedAt = this.clock.now();
        await this.database.runInTransaction((tx) => lease.saveProgress(tx, run, null));
        return;
      }
      await this.scorePage(lease, run, page, total);
      run.after = last;
    }
    await this.database.runInTransaction((tx) => lease.saveProgress(tx, run));
    this.jobs.wake(SCORE_FULL_JOB);
  }

  /** Batches of a page commit in the order of the numbers, each with how far the run has come. */
  private async scorePage(
    lease: Lease,
    run: FullProgress,
    page: readonly number[],
    total: number,
  ): Promise<void> {
    const unscored = await this.batches.score(page, 'FULL', async (tx: Transaction, members) => {
      const touched = run.touched + members.length;
      const after = members.at(-1) ?? run.after;
      await lease.saveProgress(tx, { ...run, touched, after }, { done: after, total });
      tx.afterCommit(() => {
        run.touched = touched;
        run.after = after;
      });
    });
    run.failed += unscored.length;
  }

  private begin(versions: FullProgress['versions']): FullProgress {
    return { versions, after: 0, touched: 0, failed: 0, startedAt: this.clock.now(), finishedAt: null };
  }
}

function isSame(one: FullProgress['versions'], other: FullProgress['versions']): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => one[name] === other[name]);
}
