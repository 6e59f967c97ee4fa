import type { OnModuleInit } from '@nestjs/common';
import { SCHEDULE_DAYS_MAX } from '@siyu/shared/contracts/content.limits';
import type { Audit } from '../../foundation/audit/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database, Transaction } from '../../platform/database/index.ts';
import { AppError, type Principal } from '../../platform/http/index.ts';
import type { Jobs, Lease } from '../../platform/jobs/index.ts';
import { notApproved, notScheduled, scheduleOutOfRange } from './content.errors.ts';

const EVERY_MS = 5_000;
const DAY_MS = 24 * 3_600_000;

/** The version of a lesson or of a path that staff work on, as far as its moment goes. */
export interface Planned {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly scheduledFor: number | null;
  readonly contentSha256: string;
}
/** What an act on the moment writes; both kinds of versions have these columns. */
export type Moment = Partial<{
  readonly state: 'APPROVED' | 'SCHEDULED';
  readonly scheduledFor: number | null;
  readonly refusedCode: string | null;
  readonly refusedAt: number | null;
  readonly updatedAt: number;
}>;
/** What has no moment any more, nor a moment that it missed. */
export const NO_MOMENT = { scheduledFor: null, refusedCode: null, refusedAt: null } as const;
/** States from which an approved version goes to members. */
export const PUBLISHABLE: readonly string[] = ['APPROVED', 'SCHEDULED'];

interface Tools {
  readonly database: Database;
  readonly clock: Clock;
  readonly jobs: Jobs;
  readonly audit: Audit;
}
interface Names {
  readonly job: string;
  readonly subjectKind: string;
  /** What the acts begin with in the trail. */
  readonly acts: 'content' | 'paths';
}

/** Approved versions that go to members by themselves, at their moment; what may not go then stays and says why. */
export abstract class PublicationSchedule implements OnModuleInit {
  protected constructor(
    private readonly tools: Tools,
    private readonly names: Names,
  ) {}

  /** The first whose moment is not after this one. */
  protected abstract findDue(until: number): Promise<Planned | null>;
  /** The write comes first: two who act on one thing wait for each other. */
  protected abstract lockLatest(tx: Transaction, id: string): Promise<Planned>;
  protected abstract write(tx: Transaction, planned: Planned, moment: Moment): Promise<void>;
  /** Through the same door as a person. */
  protected abstract publish(tx: Transaction, id: string): Promise<void>;

  onModuleInit(): void {
    this.tools.jobs.every(this.names.job, EVERY_MS, (lease) => this.#run(lease), { isStoppable: true });
  }

  /** @throws {AppError} content.not_approved, content.schedule_out_of_range */
  async schedule(tx: Transaction, id: string, publishAt: number, actor: Principal): Promise<void> {
    const now = this.tools.clock.now();
    if (publishAt <= now || publishAt > now + SCHEDULE_DAYS_MAX * DAY_MS)
      throw scheduleOutOfRange(SCHEDULE_DAYS_MAX);
    const planned = await this.lockLatest(tx, id);
    if (!PUBLISHABLE.includes(planned.state)) throw notApproved();
    const { version, contentSha256 } = planned;
    const moment = { ...NO_MOMENT, state: 'SCHEDULED', scheduledFor: publishAt, updatedAt: now } as const;
    await this.write(tx, planned, moment);
    await this.#note(tx, 'schedule', actor, id, { version, contentSha256, publishAt });
  }

  /** The version stays approved. @throws {AppError} content.not_scheduled also when it has just gone out */
  async unschedule(tx: Transaction, id: string, actor: Principal): Promise<void> {
    const planned = await this.lockLatest(tx, id);
    if (planned.state !== 'SCHEDULED') throw notScheduled();
    const updatedAt = this.tools.clock.now();
    await this.write(tx, planned, { state: 'APPROVED', scheduledFor: null, updatedAt });
    await this.#note(tx, 'unschedule', actor, id, { version: planned.version });
  }

  async #run(lease: Lease): Promise<void> {
    for (;;) {
      const due = await this.findDue(this.tools.clock.now());
      if (due === null || lease.isEnding() || (await lease.isCancelled())) return;
      try {
        await this.tools.database.runInTransaction(async (tx) => {
          await lease.assertHeld(tx);
          if (await this.#isStillDue(tx, due)) await this.publish(tx, due.id);
        });
      } catch (error) {
        if (!(error instanceof AppError) || error.status >= 500) throw error;
        await this.#refuse(lease, due, error.code);
      }
    }
  }

  /** Somebody may have edited it, published it or given it another moment since it was found. */
  async #isStillDue(tx: Transaction, due: Planned): Promise<boolean> {
    const latest = await this.lockLatest(tx, due.id);
    return (
      latest.version === due.version &&
      latest.state === 'SCHEDULED' &&
      latest.scheduledFor === due.scheduledFor
    );
  }

  /** It stays approved, with the reason, for whoever wrote it; nothing is tried again by itself. */
  async #refuse(lease: Lease, due: Planned, code: string): Promise<void> {
    const refusedAt = this.tools.clock.now();
    await this.tools.database.runInTransaction(async (tx) => {
      await lease.assertHeld(tx);
      if (!(await this.#isStillDue(tx, due))) return;
      const missed = { scheduledFor: null, refusedCode: code, refusedAt };
      await this.write(tx, due, { ...missed, state: 'APPROVED', updatedAt: refusedAt });
      await this.#note(tx, 'refuse_schedule', 'system', due.id, { version: due.version, code });
    });
  }

  #note(
    tx: Transaction,
    act: string,
    actor: Principal | 'system',
    subjectId: string,
    inputs: Readonly<Record<string, string | number>>,
  ): Promise<void> {
    const { acts, subjectKind } = this.names;
    return this.tools.audit.record(tx, {
      actor,
      action: `${acts}.${act}`,
      subjectKind,
      subjectId,
      inputs: { ...inputs },
    });
  }
}

/** Why a version did not go out at its moment, as the desks tell it. */
export function refusalOf({
  refusedCode,
  refusedAt,
  updatedAt,
}: Readonly<{ refusedCode: string | null; refusedAt: number | null; updatedAt: number }>) {
  return refusedCode === null
    ? null
    : { code: refusedCode, at: new Date(refusedAt ?? updatedAt).toISOString() };
}
