import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SCHEDULE_DAYS_MAX } from '@siyu/shared/contracts/content.limits';
import { LessThanOrEqual } from 'typeorm';
import { Audit } from '../../foundation/audit/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { AppError, type Principal } from '../../platform/http/index.ts';
import { Jobs, type Lease } from '../../platform/jobs/index.ts';
import { lessonNotFound, notApproved, notScheduled, scheduleOutOfRange } from './content.errors.ts';
import { LESSON_SUBJECT } from './lesson-editing.ts';
import { LessonPublication } from './lesson-publication.ts';
import { Lesson, LessonVersion } from './lesson.entity.ts';

const JOB = 'scheduled-lessons';
const EVERY_MS = 5_000;
const DAY_MS = 24 * 3_600_000;

/** Approved texts that go to members by themselves, at their moment; what may not go then stays and says why. */
@Injectable()
export class LessonSchedule implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    private readonly publication: LessonPublication,
  ) {}

  onModuleInit(): void {
    this.jobs.every(JOB, EVERY_MS, (lease) => this.#run(lease), { isStoppable: true });
  }

  /** @throws {AppError} content.not_approved, content.schedule_out_of_range */
  async schedule(tx: Transaction, lessonId: string, publishAt: number, actor: Principal): Promise<void> {
    const now = this.clock.now();
    if (publishAt <= now || publishAt > now + SCHEDULE_DAYS_MAX * DAY_MS)
      throw scheduleOutOfRange(SCHEDULE_DAYS_MAX);
    const { version, state, contentSha256 } = await this.#lockLatest(tx, lessonId);
    if (state !== 'APPROVED' && state !== 'SCHEDULED') throw notApproved();
    await tx.manager.update(
      LessonVersion,
      { lessonId, version },
      { state: 'SCHEDULED', scheduledFor: publishAt, refusedCode: null, refusedAt: null, updatedAt: now },
    );
    await this.#note(tx, 'content.schedule', actor, lessonId, { version, contentSha256, publishAt });
  }

  /** The text stays approved. @throws {AppError} content.not_scheduled also when it has just gone out */
  async unschedule(tx: Transaction, lessonId: string, actor: Principal): Promise<void> {
    const { version, state } = await this.#lockLatest(tx, lessonId);
    if (state !== 'SCHEDULED') throw notScheduled();
    await tx.manager.update(
      LessonVersion,
      { lessonId, version },
      { state: 'APPROVED', scheduledFor: null, updatedAt: this.clock.now() },
    );
    await this.#note(tx, 'content.unschedule', actor, lessonId, { version });
  }

  async #run(lease: Lease): Promise<void> {
    for (;;) {
      const due = await this.database.read.findOne(LessonVersion, {
        select: { lessonId: true, version: true, scheduledFor: true },
        where: { state: 'SCHEDULED', scheduledFor: LessThanOrEqual(this.clock.now()) },
        order: { scheduledFor: 'ASC', lessonId: 'ASC' },
      });
      if (due === null || lease.isEnding() || (await lease.isCancelled())) return;
      try {
        await this.database.runInTransaction(async (tx) => {
          await lease.assertHeld(tx);
          if (await this.#isStillDue(tx, due)) await this.publication.publish(tx, due.lessonId, 'system');
        });
      } catch (error) {
        if (!(error instanceof AppError) || error.status >= 500) throw error;
        await this.#refuse(lease, due, error.code);
      }
    }
  }

  /** Somebody may have edited it, published it or given it another moment since it was found. */
  async #isStillDue(tx: Transaction, due: Due): Promise<boolean> {
    const latest = await this.#lockLatest(tx, due.lessonId);
    return (
      latest.version === due.version &&
      latest.state === 'SCHEDULED' &&
      latest.scheduledFor === due.scheduledFor
    );
  }

  /** It stays approved, with the reason, for whoever wrote it; nothing is tried again by itself. */
  async #refuse(lease: Lease, due: Due, code: string): Promise<void> {
    const refusedAt = this.clock.now();
    await this.database.runInTransaction(async (tx) => {
      await lease.assertHeld(tx);
      if (!(await this.#isStillDue(tx, due))) return;
      const { lessonId, version } = due;
      await tx.manager.update(
        LessonVersion,
        { lessonId, version },
        { state: 'APPROVED', scheduledFor: null, refusedCode: code, refusedAt, updatedAt: refusedAt },
      );
      await this.#note(tx, 'content.refuse_schedule', 'system', lessonId, { version, code });
    });
  }

  /** The write comes first: two who act on one lesson wait for each other. */
  async #lockLatest({ manager }: Transaction, lessonId: string): Promise<LessonVersion> {
    await manager.update(Lesson, { lessonId }, { updatedAt: this.clock.now() });
    const lesson = await manager.findOneBy(Lesson, { lessonId });
    if (lesson === null) throw lessonNotFound();
    return manager.findOneByOrFail(LessonVersion, { lessonId, version: lesson.latestVersion });
  }

  #note(
    tx: Transaction,
    action: string,
    actor: Principal | 'system',
    lessonId: string,
    inputs: Readonly<Record<string, string | number>>,
  ): Promise<void> {
    return this.audit.record(tx, {
      actor,
      action,
      subjectKind: LESSON_SUBJECT,
      subjectId: lessonId,
      inputs: { ...inputs },
    });
  }
}

type Due = Pick<LessonVersion, 'lessonId' | 'version' | 'scheduledFor'>;
