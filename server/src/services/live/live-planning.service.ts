import { Injectable } from '@nestjs/common';
import type { LivePlan } from '@siyu/shared/contracts/live-desk';
import { LIVE_DAYS_AHEAD_MAX, LIVE_HOURS_MAX, LIVE_SUBJECT } from '@siyu/shared/contracts/live.limits';
import { dayOfInstant } from '@siyu/shared/time';
import { z } from 'zod';
import { Audit, sha256OfJson } from '../../foundation/audit/index.ts';
import { Reviews } from '../../foundation/reviews/index.ts';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency/index.ts';
import { Content, requireBasis } from '../content/index.ts';
import { movedOn, platformMismatch, quizUnknown, timesOutOfRange } from './live.errors.ts';
import { LiveHosts } from './live-hosts.ts';
import { columnsOf, planOf } from './live-plan.ts';
import { LiveSteps } from './live-steps.ts';
import { LiveWording } from './live-wording.ts';
import { HandedInPlan, Live } from './live.entity.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const Created = z.object({ liveId: z.string() });

/** Writing the plan of a live with its script, up to the request for a review. */
@Injectable()
export class LivePlanning {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly audit: Audit,
    private readonly reviews: Reviews,
    private readonly content: Content,
    private readonly hosts: LiveHosts,
    private readonly steps: LiveSteps,
    private readonly wording: LiveWording,
  ) {}

  /**
   * @param key of a sender who may have to ask again
   * @returns the id of the new live, or of the one that the same request made before
   * @throws {AppError} live.times_out_of_range, live.platform_mismatch, live.quiz_unknown, live.host_not_registered
   */
  async create(author: Principal, plan: LivePlan, key: string | null): Promise<string> {
    await this.#requireSound(plan);
    const { liveId } = await this.database.runInTransaction((tx) => {
      const work = async () => ({ liveId: await this.#insert(tx, author, plan) });
      if (key === null) return work();
      const asked = { principalId: author.id, key, requestSha256: sha256OfJson(plan), now: this.clock.now() };
      return once(tx, asked, Created, work);
    });
    return liveId;
  }

  /**
   * What was in review, approved or announced is a draft again, and with it the reservation is closed; the same plan
   * changes nothing.
   * @throws {AppError} as `create`, and live.not_found, live.act_refused
   */
  async rewrite(author: Principal, liveId: string, plan: LivePlan): Promise<void> {
    await this.#requireSound(plan);
    await this.database.runInTransaction(async (tx) => {
      const live = await this.steps.lock(tx, liveId);
      const columns = columnsOf(plan);
      if (columns.planSha256 === live.planSha256) return;
      await this.hosts.require(plan.hostId, tx.manager);
      await this.reviews.supersede(tx, LIVE_SUBJECT, liveId, author);
      const editorIds = [...new Set([...live.editorIds, author.id])];
      const version = live.version + (live.state === 'DRAFT' && live.reviewId === null ? 0 : 1);
      const change = { ...columns, version, editorIds, reviewId: null, announcedAt: null, remindedAt: null };
      const inputs = { version, sha256: columns.planSha256 };
      await this.steps.take(tx, live, author, { act: 'EDIT', change, inputs });
    });
  }

  /**
   * Asks for a second pair of eyes on the plan and the script.
   * @throws {AppError} live.act_refused, live.host_not_registered, live.wording_refused, live.times_out_of_range,
   * live.moved_on, and for advice that rests on nothing content.basis_missing, content.report_incomplete,
   * content.report_in_future
   */
  async submit(actor: Principal, liveId: string): Promise<void> {
    const given = await this.steps.get(this.database.read, liveId);
    const plan = planOf(given);
    requireBasis(plan, dayOfInstant(this.clock.now()));
    const publisher = plan.basis?.reportPublisher ?? '';
    const words = [plan.title, plan.summary, plan.script, plan.riskNote, publisher].join('\n');
    const subject = { subjectKind: LIVE_SUBJECT, subjectId: liveId };
    const { dictionaryVersions } = await this.wording.noteRefusal(actor, subject, () =>
      this.wording.requireSayable(words),
    );
    await this.database.runInTransaction(async (tx) => {
      const live = await this.steps.lock(tx, liveId);
      // Somebody wrote on it while its words were read: those have been read by nobody.
      if (live.planSha256 !== given.planSha256) throw movedOn();
      this.#requireTimes(live);
      await this.hosts.require(live.hostId, tx.manager);
      const { version, title, planSha256: sha256 } = live;
      const reviewId = await this.reviews.request(tx, {
        subjectKind: LIVE_SUBJECT,
        subjectId: liveId,
        subjectTitle: title,
        version,
        sha256,
        requester: actor,
      });
      const handedIn = { liveId, version, sha256, reviewId, handedInAt: this.clock.now() };
      await insertRows(tx, HandedInPlan, [{ ...handedIn, plan: JSON.stringify(planOf(live)) }]);
      const inputs = { version, sha256, dictionaryVersions };
      await this.steps.take(tx, live, actor, { act: 'SUBMIT', change: { reviewId }, inputs });
    });
  }

  async #insert(tx: Transaction, author: Principal, plan: LivePlan): Promise<string> {
    await this.hosts.require(plan.hostId, tx.manager);
    const liveId = this.randomness.uuid();
    const columns = columnsOf(plan);
    const row = {
      ...columns,
      liveId,
      state: 'DRAFT',
      version: 1,
      authorId: author.id,
      editorIds: [author.id],
      stepNo: 0,
      reservations: 0,
      chatSeq: 0,
      attendance: 'NONE',
      attendanceAfterNo: 0,
      updatedAt: this.clock.now(),
    };
    await insertRows(tx, Live, [row]);
    await this.audit.record(tx, {
      actor: author,
      action: 'live.create',
      subjectKind: LIVE_SUBJECT,
      subjectId: liveId,
      inputs: { sha256: columns.planSha256 },
    });
    return liveId;
  }

  async #requireSound({ platform, channels, quizLessonId, startsAt, endsAt }: LivePlan): Promise<void> {
    this.#requireTimes({ startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt) });
    if ((platform === 'channels') !== (channels !== null)) throw platformMismatch();
    // Without our own player nothing but the quiz tells who attended.
    if (platform === 'channels' && quizLessonId === null) throw platformMismatch();
    if (quizLessonId === null) return;
    const lessons = await this.content.publishedLessons();
    if (!lessons.some(({ lessonId }) => lessonId === quizLessonId)) throw quizUnknown();
  }

  #requireTimes({ startsAt, endsAt }: Pick<Live, 'startsAt' | 'endsAt'>): void {
    const now = this.clock.now();
    const isAhead = startsAt > now && startsAt <= now + LIVE_DAYS_AHEAD_MAX * DAY_MS;
    const isLong = endsAt - startsAt > LIVE_HOURS_MAX * HOUR_MS;
    if (!isAhead || isLong || endsAt <= startsAt) throw timesOutOfRange(LIVE_DAYS_AHEAD_MAX, LIVE_HOURS_MAX);
  }
}
