import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AssessmentText } from '@siyu/shared/contracts/assessments';
import { ASSESSMENT_SUBJECT, ASSESSMENT_VERSIONS_MAX } from '@siyu/shared/contracts/assessments.limits';
import { dayOfInstant } from '@siyu/shared/time';
import { z } from 'zod';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency/index.ts';
import { Audit, sha256OfJson } from '../audit/index.ts';
import { type DecidedReview, Reviews } from '../reviews/index.ts';
import { assessedDays } from './assessment-days.ts';
import { assessmentChanged, assessmentNotFound, tooManyVersions } from './assessments.errors.ts';
import { ImpactAssessment } from './impact-assessment.entity.ts';

const Made = z.object({ assessmentId: z.string() });

/** How assessments are written, and approved by somebody else; what was handed in is never written over. */
@Injectable()
export class AssessmentDesk implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly audit: Audit,
    private readonly reviews: Reviews,
  ) {}

  onModuleInit(): void {
    this.reviews.onDecided(ASSESSMENT_SUBJECT, (tx, review) => this.#decide(tx, review));
  }

  /**
   * Hands a first version in.
   * @param key of a sender who may have to ask again
   * @returns the id of the assessment
   * @throws {AppError} assessments.days_refused
   */
  async write(writer: Principal, text: AssessmentText, key: string | null): Promise<string> {
    const asked = { principalId: writer.id, requestSha256: sha256OfJson(text), now: this.clock.now() };
    const work = async (tx: Transaction) => ({ assessmentId: await this.begin(tx, writer, text) });
    const { assessmentId } = await this.database.runInTransaction((tx) =>
      key === null ? work(tx) : once(tx, { ...asked, key }, Made, () => work(tx)),
    );
    return assessmentId;
  }

  /** A first version in a transaction of the caller's. */
  async begin(tx: Transaction, writer: Principal, text: AssessmentText): Promise<string> {
    const assessmentId = this.randomness.uuid();
    await this.#handIn(tx, writer, { assessmentId, version: 1, text });
    return assessmentId;
  }

  /**
   * Hands in the version that follows the one that was read; what still waits for a decision is taken back.
   * @throws {AppError} assessments.not_found, assessments.changed, assessments.days_refused, assessments.too_many_versions
   */
  async revise(
    writer: Principal,
    assessmentId: string,
    text: AssessmentText,
    baseVersion: number,
  ): Promise<void> {
    if (baseVersion >= ASSESSMENT_VERSIONS_MAX) throw tooManyVersions();
    const version = baseVersion + 1;
    await this.database.runInTransaction(async (tx) => {
      const base = await tx.manager.findOneBy(ImpactAssessment, { assessmentId, version: baseVersion });
      if (base === null) throw assessmentNotFound();
      const later = await tx.manager.findOneBy(ImpactAssessment, { assessmentId, version });
      if (later !== null) {
        // Sent again after an answer that got lost.
        if (later.writerId === writer.id && later.sha256 === sha256OfJson(text)) return;
        throw assessmentChanged();
      }
      await this.reviews.supersede(tx, ASSESSMENT_SUBJECT, assessmentId, writer);
      await tx.manager.update(
        ImpactAssessment,
        { assessmentId, version: baseVersion, state: 'OPEN' },
        { state: 'SUPERSEDED' },
      );
      await this.#handIn(tx, writer, { assessmentId, version, text });
    });
  }

  async #handIn(
    tx: Transaction,
    writer: Principal,
    { assessmentId, version, text }: { assessmentId: string; version: number; text: AssessmentText },
  ): Promise<void> {
    const now = this.clock.now();
    const sha256 = sha256OfJson(text);
    const days = assessedDays(dayOfInstant(now), text.assessedOn, text.validUntil);
    const row = {
      ...text,
      ...days,
      assessmentId,
      version,
      sha256,
      state: 'OPEN' as const,
      writerId: writer.id,
      writtenAt: now,
      deciderId: null,
      decidedAt: null,
    };
    const insert = tx.manager.createQueryBuilder().insert().into(ImpactAssessment).values(row);
    await insert.orIgnore().updateEntity(false).execute();
    // The primary key decides between two who write at once.
    const kept = await tx.manager.findOneByOrFail(ImpactAssessment, { assessmentId, version });
    if (kept.sha256 !== sha256 || kept.writerId !== writer.id) throw assessmentChanged();
    await this.reviews.request(tx, {
      subjectKind: ASSESSMENT_SUBJECT,
      subjectId: assessmentId,
      subjectTitle: text.title,
      version,
      sha256,
      requester: writer,
    });
    await this.#note(tx, writer, 'assessments.write', row);
  }

  /** In the transaction of the decision, which is not the writer's. */
  async #decide(
    tx: Transaction,
    { subjectId: assessmentId, version, sha256, isApproved, decider }: DecidedReview,
  ): Promise<void> {
    const decided = { deciderId: decider.id, decidedAt: this.clock.now() };
    const { affected } = await tx.manager.update(
      ImpactAssessment,
      { assessmentId, version, sha256, state: 'OPEN' },
      { state: isApproved ? 'APPROVED' : 'RETURNED', ...decided },
    );
    if (affected !== 1) throw assessmentChanged();
    const row = { assessmentId, version, sha256 };
    await this.#note(tx, decider, isApproved ? 'assessments.approve' : 'assessments.return', row);
  }

  #note(
    tx: Transaction,
    actor: Principal,
    action: string,
    { assessmentId, version, sha256 }: Pick<ImpactAssessment, 'assessmentId' | 'version' | 'sha256'>,
  ): Promise<void> {
    return this.audit.record(tx, {
      actor,
      action,
      subjectKind: ASSESSMENT_SUBJECT,
      subjectId: assessmentId,
      inputs: { version, sha256 },
    });
  }
}
