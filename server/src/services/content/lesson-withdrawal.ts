import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { WithdrawLesson } from '@siyu/shared/contracts/content';
import { MoreThan } from 'typeorm';
import { Audit } from '../../foundation/audit/index.ts';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { Jobs, type Lease } from '../../platform/jobs/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { Moderation } from '../../records/moderation/index.ts';
import { correctionRefused, lessonNotFound, notPublished } from './content.errors.ts';
import { LessonCatalogue } from './lesson-catalogue.ts';
import { LESSON_SUBJECT } from './lesson-editing.ts';
import { Lesson, LessonVersion } from './lesson.entity.ts';
import { PathSettling } from './paths/path-settling.ts';
import { LessonProgress } from './reading.entity.ts';
import { CorrectionReceipt, LessonWithdrawal } from './withdrawal.entity.ts';

const JOB = 'lesson-corrections';
const EVERY_MS = 5_000;
const BATCH = 200;
/** No request of a reader takes longer. */
const SETTLED_MS = 15_000;

/**
 * Takes a lesson away from members at once, and tells everybody who read it what was wrong. That is owed to them and
 * sells nothing: no budget of marketing and no quiet hours hold it back, since it waits in the app.
 */
@Injectable()
export class LessonWithdrawals implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    private readonly identity: Identity,
    private readonly moderation: Moderation,
    private readonly catalogue: LessonCatalogue,
    private readonly settling: PathSettling,
  ) {}

  onModuleInit(): void {
    this.jobs.every(JOB, EVERY_MS, (lease) => this.#run(lease), { isStoppable: true });
  }

  /** @throws {AppError} content.not_published, content.correction_refused when members may not be told so */
  async withdraw(
    tx: Transaction,
    lessonId: string,
    { reason, correction }: WithdrawLesson,
    actor: Principal,
  ): Promise<void> {
    const { manager } = tx;
    const withdrawnAt = this.clock.now();
    // The write comes first: it makes two who act on one lesson wait for each other.
    await manager.update(Lesson, { lessonId }, { updatedAt: withdrawnAt });
    const lesson = await manager.findOneBy(Lesson, { lessonId });
    if (lesson === null) throw lessonNotFound();
    const version = lesson.publishedVersion;
    if (version === null) throw notPublished();
    const { findings } = await this.moderation.check([
      { path: 'correction', text: correction, isMarkedWrong: false },
    ]);
    if (findings.some(({ level }) => level === 'refused')) throw correctionRefused();
    const { title, contentSha256 } = await manager.findOneByOrFail(LessonVersion, { lessonId, version });
    const withdrawalId = this.randomness.uuid();
    await manager.update(
      LessonVersion,
      { lessonId, version },
      { state: 'WITHDRAWN', updatedAt: withdrawnAt },
    );
    await manager.update(Lesson, { lessonId }, { publishedVersion: null, publishedAt: null });
    const placed = await this.catalogue.findLessonOrAdvice(lessonId);
    await this.catalogue.countPublication(tx);
    await this.settling.open(tx, placed?.pathCode ?? '');
    await insertRows(tx, LessonWithdrawal, [
      {
        withdrawalId,
        lessonId,
        version,
        title,
        reason,
        correction,
        withdrawnBy: actor.id,
        withdrawnAt,
        afterNo: 0,
        isDone: false,
      },
    ]);
    await this.audit.record(tx, {
      actor,
      action: 'content.withdraw',
      subjectKind: LESSON_SUBJECT,
      subjectId: lessonId,
      inputs: { version, contentSha256, withdrawalId },
    });
    tx.afterCommit(() => this.jobs.wake(JOB));
  }

  async #run(lease: Lease): Promise<void> {
    for (;;) {
      const open = await this.database.read.findOne(LessonWithdrawal, {
        where: { isDone: false },
        order: { withdrawalId: 'ASC' },
      });
      if (open === null || lease.isEnding() || (await lease.isCancelled())) return;
      if (!(await this.#step(lease, open))) return;
    }
  }

  /**
   * Any number may have read it: some at a time. Who read it under two registrations is told once. Whoever was reading
   * at the moment of the withdrawal is written down a little later, so the walk is made again when that is over.
   * @returns whether there is something to do at once
   */
  #step(lease: Lease, { withdrawalId, lessonId, withdrawnAt, afterNo }: LessonWithdrawal): Promise<boolean> {
    return this.database.runInTransaction(async (tx) => {
      await lease.assertHeld(tx);
      const page = await tx.manager.find(LessonProgress, {
        select: { memberNo: true },
        where: { lessonId, memberNo: MoreThan(afterNo) },
        order: { memberNo: 'ASC' },
        take: BATCH,
      });
      const memberNos = page.map(({ memberNo }) => memberNo);
      const persons = [...(await this.identity.personsOf(memberNos)).values()];
      const toldAt = this.clock.now();
      const rows = [...new Set(persons.map(({ memberNo }) => memberNo))].map((memberNo) => {
        return { memberNo, withdrawalId, toldAt, seenAt: null };
      });
      if (rows.length > 0)
        await tx.manager
          .createQueryBuilder()
          .insert()
          .into(CorrectionReceipt)
          .values(rows)
          .orIgnore()
          .updateEntity(false)
          .execute();
      const isLast = memberNos.length < BATCH;
      const isDone = isLast && toldAt >= withdrawnAt + SETTLED_MS;
      const next = { afterNo: isLast ? 0 : (memberNos.at(-1) ?? 0), isDone };
      await tx.manager.update(LessonWithdrawal, { withdrawalId }, next);
      return isDone || !isLast;
    });
  }
}
