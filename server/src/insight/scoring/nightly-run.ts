import { Injectable, type OnModuleInit } from '@nestjs/common';
import { epochDay, type EpochDay } from '@siyu/shared/time';
import { z } from 'zod';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { Jobs, type Lease } from '../../platform/jobs/index.ts';
import { DuePages } from './due-pages.ts';
import { MemberBatches } from './member-batches.ts';
import { Scoring } from './scoring.service.ts';

export const SCORE_NIGHTLY_JOB = 'score-nightly';
const EVERY_MS = 15_000;
/** After so many batches the lease is renewed. */
const BATCHES_PER_TURN = 50;
const NIGHTS_KEPT = 31;

/** One night: members touched for an as-of day, and those that could not be scored. */
const Night = z.object({
  asOf: z.int(),
  touched: z.int(),
  failed: z.int(),
  startedAt: z.int(),
  finishedAt: z.int().nullable(),
});
type Night = z.infer<typeof Night>;
/** The job's row: nights, the latest first. Where to go on is in the due rows themselves. */
export const NightlyProgress = z.object({ nights: z.array(Night) });
type NightlyProgress = z.infer<typeof NightlyProgress>;

/**
 * Just after midnight in Shanghai, for 00:00 of the next day: scores the members whose `nextChangeOn` has come,
 * and nobody else. A night that was cut off goes on with whoever is still due.
 */
@Injectable()
export class NightlyRun implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly scoring: Scoring,
    private readonly pages: DuePages,
    private readonly batches: MemberBatches,
  ) {}

  onModuleInit(): void {
    this.jobs.every(SCORE_NIGHTLY_JOB, EVERY_MS, (lease) => this.turn(lease), { isStoppable: true });
  }

  private async turn(lease: Lease): Promise<void> {
    const asOf = this.scoring.liveAsOf();
    const before = NightlyProgress.nullable().parse(await lease.progress());
    const night = tonight(before, asOf, this.clock.now());
    if (night.finishedAt !== null) return;
    const save = (tx: Transaction, now: Night) =>
      lease.saveProgress(
        tx,
        withNight(before, now),
        now.finishedAt === null ? { done: now.touched, total: null } : null,
      );
    const failed = new Set<number>();
    for (let batch = 0; batch < BATCHES_PER_TURN; batch += 1) {
      if (await lease.isCancelled()) return;
      const page = await this.pages.next(asOf, this.batches.walkSize, failed);
      if (page.length === 0) {
        const finished = { ...night, failed: failed.size, finishedAt: this.clock.now() };
        await this.database.runInTransaction((tx) => save(tx, finished));
        return;
      }
      const unscored = await this.batches.score(page, 'NIGHTLY', async (tx, members) => {
        const touched = night.touched + members.length;
        await save(tx, { ...night, touched });
        tx.afterCommit(() => {
          night.touched = touched;
        });
      });
      for (const memberNo of unscored) failed.add(memberNo);
    }
    this.jobs.wake(SCORE_NIGHTLY_JOB);
  }
}

function tonight(before: NightlyProgress | null, asOf: EpochDay, now: number): Night {
  const [latest] = before?.nights ?? [];
  if (latest?.asOf === asOf) return { ...latest };
  return { asOf: epochDay(asOf), touched: 0, failed: 0, startedAt: now, finishedAt: null };
}

function withNight(before: NightlyProgress | null, night: Night): NightlyProgress {
  const earlier = (before?.nights ?? []).filter(({ asOf }) => asOf !== night.asOf);
  return { nights: [night, ...earlier].slice(0, NIGHTS_KEPT) };
}
