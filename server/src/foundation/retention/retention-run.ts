import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Transaction, upsertRows } from '../../platform/database/index.ts';
import { Jobs, type Lease } from '../../platform/jobs/index.ts';
import { Audit } from '../audit/index.ts';
import { type DuePurge, type Purge, Purges } from './purges.ts';
import { retentionCut } from './retention-cut.ts';
import { RetentionMark } from './retention-mark.entity.ts';

export const RETENTION_JOB = 'purge-outdated';
const HOUR = 3_600_000;
/** The lease is renewed between turns. */
const STEPS_PER_TURN = 5;

/**
 * Deletes what is past its time, once a civil day: step by step, each in a transaction that also notes how far it
 * came, so that a run that was stopped or killed goes on where it was. How much went stands in the trail.
 */
@Injectable()
export class RetentionRun implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    private readonly purges: Purges,
  ) {}

  onModuleInit(): void {
    this.jobs.every(RETENTION_JOB, HOUR, (lease) => this.turn(lease), { isStoppable: true });
  }

  async turn(lease: Lease): Promise<void> {
    let steps = 0;
    for (const due of this.purges.list()) {
      while (await this.#step(due, lease)) {
        steps += 1;
        if (await lease.isCancelled()) return;
        if (steps === STEPS_PER_TURN) return this.jobs.wake(RETENTION_JOB);
      }
    }
  }

  /** @returns whether something may be left */
  async #step({ purge, keptMonths }: DuePurge, lease: Lease): Promise<boolean> {
    const now = this.clock.now();
    const cutAt = retentionCut(now, keptMonths);
    return this.database.runInTransaction(async (tx) => {
      const before = await tx.manager.findOneBy(RetentionMark, { line: purge.line });
      const mark = before === null || isOver(before, cutAt) ? begun(purge, before, cutAt, now) : before;
      if (mark.finishedAt !== null) return false;
      const { removed, through } = await purge.step(tx, mark.purgedThrough, mark.cutAt);
      const after = {
        ...mark,
        purgedThrough: through ?? mark.cutAt,
        removed: mark.removed + removed,
        removedInAll: mark.removedInAll + removed,
        finishedAt: through === null ? now : null,
      };
      await upsertRows(tx, RetentionMark, [after]);
      if (after.finishedAt !== null) await this.#record(tx, after);
      const units = after.finishedAt === null ? { done: after.removed, total: null } : null;
      await lease.saveProgress(tx, {}, units);
      return true;
    });
  }

  /** A day on which nothing was due is no act. */
  async #record(tx: Transaction, { line, cutAt, removed }: RetentionMark): Promise<void> {
    if (removed === 0) return;
    await this.audit.record(tx, {
      actor: 'system',
      action: 'retention.purge',
      subjectKind: 'retention',
      subjectId: line,
      inputs: { before: new Date(cutAt).toISOString(), rows: removed },
    });
  }
}

/** Yesterday's run has ended, and there is another day to be done. */
const isOver = ({ finishedAt, cutAt }: RetentionMark, cut: number): boolean =>
  finishedAt !== null && cutAt < cut;

function begun({ line }: Purge, last: RetentionMark | null, cutAt: number, now: number): RetentionMark {
  return {
    line,
    cutAt,
    purgedThrough: last?.purgedThrough ?? 0,
    removed: 0,
    removedInAll: last?.removedInAll ?? 0,
    startedAt: now,
    finishedAt: null,
  };
}
