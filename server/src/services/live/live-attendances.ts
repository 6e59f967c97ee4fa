import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LIVE_QUIZ_DAYS, LIVE_QUIZ_PASS_PERCENT } from '@siyu/shared/contracts/live.limits';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { Jobs, type Lease } from '../../platform/jobs/index.ts';
import { Engagement } from '../../records/engagement/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { type GradedQuiz, QuizSubmissions } from '../content/index.ts';
import { LiveAttendance, LiveViewing } from './live-audience.entity.ts';
import { Live } from './live.entity.ts';

const JOB = 'live-attendance';
const EVERY_MS = 5_000;
const BATCH = 100;
const MINUTE = 60_000;
const DAY_MS = 86_400_000;

interface Watched {
  readonly memberNo: number;
  readonly minutes: number;
}

/**
 * Who attended: where our own player measured, whoever watched a whole minute, with the minutes; in Channels, of which
 * nobody tells, whoever passes the quiz after. Each once.
 */
@Injectable()
export class LiveAttendances implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly identity: Identity,
    private readonly engagement: Engagement,
    private readonly quizzes: QuizSubmissions,
  ) {}

  onModuleInit(): void {
    this.jobs.every(JOB, EVERY_MS, (lease) => this.#run(lease), { isStoppable: true });
    this.quizzes.onGraded((tx, graded) => this.#countQuiz(tx, graded));
  }

  async #run(lease: Lease): Promise<void> {
    for (;;) {
      const due = await this.database.read.findOne(Live, {
        select: { liveId: true, attendanceAfterNo: true },
        where: { attendance: 'DUE' },
        order: { liveId: 'ASC' },
      });
      if (due === null || lease.isEnding() || (await lease.isCancelled())) return;
      await this.#step(lease, due);
    }
  }

  /** So many members a transaction, which also notes how far it came: a run that was killed goes on where it was. */
  async #step(lease: Lease, { liveId, attendanceAfterNo }: Pick<Live, 'liveId' | 'attendanceAfterNo'>) {
    await this.database.runInTransaction(async (tx) => {
      await lease.assertHeld(tx);
      const page = await this.#watchedAfter(tx, liveId, attendanceAfterNo);
      const memberNos = page.map(({ memberNo }) => memberNo);
      const permitted = await this.identity.permitted(memberNos, 'SERVICE', tx.manager);
      for (const { memberNo, minutes } of page)
        if (minutes > 0 && permitted.has(memberNo)) await this.#count(tx, liveId, memberNo, minutes);
      const attendance = page.length < BATCH ? 'DONE' : 'DUE';
      await tx.manager.update(
        Live,
        { liveId },
        { attendance, attendanceAfterNo: memberNos.at(-1) ?? attendanceAfterNo },
      );
    });
  }

  async #watchedAfter({ manager }: Transaction, liveId: string, afterNo: number): Promise<Watched[]> {
    const rows = await manager
      .createQueryBuilder(LiveViewing, 'one')
      .where('one.liveId = :liveId AND one.memberNo > :afterNo', { liveId, afterNo })
      .select('one.memberNo', 'memberNo')
      .addSelect('SUM(one.untilAt - one.fromAt)', 'ms')
      .groupBy('one.memberNo')
      .orderBy('one.memberNo', 'ASC')
      .limit(BATCH)
      .getRawMany<Record<'memberNo' | 'ms', number | string>>();
    return rows.map(({ memberNo, ms }) => ({
      memberNo: Number(memberNo),
      minutes: Math.floor(Number(ms) / MINUTE),
    }));
  }

  /** In the transaction of the submission: it counts or it is not there. */
  async #countQuiz(tx: Transaction, { memberNo, lessonId, correct, total, submittedAt }: GradedQuiz) {
    if (total === 0 || correct * 100 < total * LIVE_QUIZ_PASS_PERCENT) return;
    const lives = await tx.manager.find(Live, {
      select: { liveId: true, startedAt: true, endedAt: true },
      where: { quizLessonId: lessonId, platform: 'channels' },
    });
    for (const { liveId, startedAt, endedAt } of lives) {
      const isAfter = startedAt !== null && submittedAt >= startedAt;
      const isInTime = endedAt === null || submittedAt <= endedAt + LIVE_QUIZ_DAYS * DAY_MS;
      if (isAfter && isInTime) await this.#count(tx, liveId, memberNo, null);
    }
  }

  async #count(tx: Transaction, liveId: string, memberNo: number, minutes: number | null): Promise<void> {
    await this.identity.lockMembers(tx, [memberNo]);
    if (await tx.manager.existsBy(LiveAttendance, { liveId, memberNo })) return;
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(LiveAttendance)
      .values({ liveId, memberNo, minutes, countedAt: this.clock.now() })
      .updateEntity(false)
      .execute();
    await this.engagement.append(tx, memberNo, [
      { type: 'live_attended', contentId: liveId, ...(minutes !== null && { value: minutes }) },
    ]);
  }
}
