import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { FileLive } from '@siyu/shared/contracts/live-desk';
import { type FilingState, LIVE_FILING_SUBJECT } from '@siyu/shared/contracts/live.limits';
import { dayOfInstant, epochDay, parseDay } from '@siyu/shared/time';
import type { EntityManager } from 'typeorm';
import { sha256OfJson } from '../../foundation/audit/index.ts';
import { type DecidedReview, Reviews } from '../../foundation/reviews/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Transaction, upsertRows } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import {
  authorMayNotReview,
  changedSinceReview,
  filedInFuture,
  filedTooLate,
  notFiled,
} from './live.errors.ts';
import { LiveFiles } from './live-files.ts';
import { filedSha256Of } from './live-plan.ts';
import { LiveRules } from './live-rules.ts';
import { LiveSteps } from './live-steps.ts';
import { type Live, LiveFiling } from './live.entity.ts';

/** How a live was filed with the regulator: entered by one person with its evidence, looked at by another (REQ-PUB-2). */
@Injectable()
export class LiveFilings implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reviews: Reviews,
    private readonly files: LiveFiles,
    private readonly rules: LiveRules,
    private readonly steps: LiveSteps,
  ) {}

  onModuleInit(): void {
    this.reviews.onDecided(LIVE_FILING_SUBJECT, (tx, review) => this.#decide(tx, review));
  }

  /** @throws {AppError} live.act_refused, live.file_unknown, live.filed_in_future */
  async enter(actor: Principal, liveId: string, { filingNo, filedOn, filedWith, fileId }: FileLive) {
    const day = parseDay(filedOn);
    const now = this.clock.now();
    if (day === null || day > dayOfInstant(now)) throw filedInFuture();
    await this.database.runInTransaction(async (tx) => {
      const live = await this.steps.lock(tx, liveId);
      const evidence = await this.files.require(tx.manager, liveId, fileId, 'FILING');
      const before = await tx.manager.findOneBy(LiveFiling, { liveId });
      const filedSha256 = filedSha256Of(live);
      const sha256 = sha256OfJson({ filingNo, filedOn, filedWith, evidence: evidence.sha256, filedSha256 });
      const times = (before?.times ?? 0) + 1;
      await this.reviews.supersede(tx, LIVE_FILING_SUBJECT, liveId, actor);
      const reviewId = await this.reviews.request(tx, {
        subjectKind: LIVE_FILING_SUBJECT,
        subjectId: liveId,
        subjectTitle: live.title,
        version: times,
        sha256,
        requester: actor,
      });
      const of = { filedSha256, sha256, times, reviewId, enteredById: actor.id, enteredAt: now };
      const row = { liveId, filingNo, filedOn: day, filedWith, fileId, state: 'WAITING', ...of };
      await upsertRows(tx, LiveFiling, [row]);
      await this.steps.take(tx, live, actor, { act: 'FILE', inputs: { filingNo, filedOn, sha256 } });
    });
  }

  /**
   * What was filed is this plan, another person has looked at it, and there are days enough between.
   * @throws {AppError} live.not_filed, live.filed_too_late
   */
  async require(manager: EntityManager, live: Live): Promise<void> {
    const filing = await manager.findOneBy(LiveFiling, { liveId: live.liveId });
    if (filing?.state !== 'CONFIRMED' || filing.filedSha256 !== filedSha256Of(live)) throw notFiled();
    const { day, days } = await this.rules.earliestDay(epochDay(filing.filedOn), this.clock.now());
    if (dayOfInstant(live.startsAt) < day) throw filedTooLate(days);
  }

  async #decide(
    tx: Transaction,
    { subjectId: liveId, sha256, isApproved, decider }: DecidedReview,
  ): Promise<void> {
    await this.steps.lock(tx, liveId);
    const state: FilingState = isApproved ? 'CONFIRMED' : 'REFUSED';
    const filing = await tx.manager.findOneByOrFail(LiveFiling, { liveId });
    if (filing.enteredById === decider.id) throw authorMayNotReview();
    if (filing.sha256 !== sha256) throw changedSinceReview();
    await tx.manager.update(LiveFiling, { liveId }, { state });
  }
}
