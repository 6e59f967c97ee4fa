import { Injectable, type OnModuleInit } from '@nestjs/common';
import { dayOfInstant } from '@siyu/shared/time';
import { Audit } from '../../foundation/audit/index.ts';
import { type DecidedReview, Reviews } from '../../foundation/reviews/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { Outbox } from '../../platform/outbox/index.ts';
import { requireBasis } from './advice-basis.ts';
import { authorMayNotReview, changedSinceReview, lessonNotFound, notApproved } from './content.errors.ts';
import { LESSON_PUBLISHED, type LessonPublishedPayload } from './content.events.ts';
import { ContentTargets } from './content-targets.ts';
import { LessonCatalogue } from './lesson-catalogue.ts';
import { draftOf, hashOfVersion } from './lesson-draft.ts';
import { LESSON_SUBJECT, lockLesson } from './lesson-editing.ts';
import { LessonSigning } from './lesson-signing.ts';
import { LessonWording } from './lesson-wording.ts';
import { Lesson, LessonVersion } from './lesson.entity.ts';
import { PathEditing } from './paths/path-editing.ts';
import { NO_MOMENT, PUBLISHABLE } from './publication-schedule.ts';

/** From the reviewer's decision to what members read (REQ-PUB-1). */
@Injectable()
export class LessonPublication implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly reviews: Reviews,
    private readonly outbox: Outbox,
    private readonly catalogue: LessonCatalogue,
    private readonly wording: LessonWording,
    private readonly signing: LessonSigning,
    private readonly targets: ContentTargets,
    private readonly paths: PathEditing,
  ) {}

  onModuleInit(): void {
    this.reviews.onDecided(LESSON_SUBJECT, (tx, review) => this.#decide(tx, review));
  }

  /**
   * Gives the approved text to members, and only that text: its hash is computed again, and its wording and its
   * signature are checked again, since the dictionary may have changed and a registration may have ended.
   */
  async publish(tx: Transaction, lessonId: string, actor: Principal | 'system'): Promise<void> {
    const { manager } = tx;
    const publishedAt = this.clock.now();
    const text = await lockLesson(tx, lessonId, publishedAt);
    const { version } = text;
    if (!PUBLISHABLE.includes(text.state)) throw notApproved();
    const signature = await this.signing.requireSigner(tx, text);
    const draft = draftOf(text);
    const sha256 = hashOfVersion(text);
    if (sha256 !== text.contentSha256) throw changedSinceReview();
    // What was approved before it was asked says nothing of its basis.
    requireBasis(draft, dayOfInstant(publishedAt));
    // What it leads to may have been withdrawn since.
    await this.targets.requireShown(draft);
    // The rules may have changed since: then a place may need a look that nobody gave it.
    const lookedAt = text.reviewId === null ? [] : await this.reviews.lookedAt(tx, text.reviewId);
    const { dictionaryVersions } = await this.wording.requirePublishable(draft, lookedAt);

    await manager.update(LessonVersion, { lessonId, state: 'PUBLISHED' }, { state: 'RETIRED' });
    const published = {
      ...signature,
      ...NO_MOMENT,
      state: 'PUBLISHED',
      publishedAt,
      updatedAt: publishedAt,
    };
    await manager.update(LessonVersion, { lessonId, version }, published);
    await manager.update(Lesson, { lessonId }, { publishedVersion: version, publishedAt });
    await this.paths.adopt(tx, text, actor);
    await this.catalogue.countPublication(tx);
    await this.audit.record(tx, {
      actor,
      action: 'content.publish',
      subjectKind: LESSON_SUBJECT,
      subjectId: lessonId,
      inputs: {
        kind: text.kind,
        version,
        sha256,
        label: text.label,
        signedNo: signature.signedNo,
        dictionaryVersions,
        lookedAt: [...lookedAt],
        reviewId: text.reviewId,
      },
    });
    await this.outbox.publish(tx, {
      type: LESSON_PUBLISHED.type,
      version: 1,
      subjectNo: null,
      subjectSeq: null,
      occurredAt: publishedAt,
      causationId: text.reviewId,
      payload: { lessonId, lessonVersion: version, contentSha256: sha256 } satisfies LessonPublishedPayload,
    });
  }

  /** The lesson follows the decision in the same transaction; nobody who wrote a part of it may decide. */
  async #decide(tx: Transaction, review: DecidedReview): Promise<void> {
    const { subjectId: lessonId, version, reviewId, sha256, isApproved, decider, lookedAt } = review;
    const text = await tx.manager.findOneBy(LessonVersion, { lessonId, version });
    if (text === null) throw lessonNotFound();
    if (text.editorIds.includes(decider.id)) throw authorMayNotReview();
    if (hashOfVersion(text) !== sha256) throw changedSinceReview();
    if (isApproved) await this.wording.requireLookedAt(draftOf(text), lookedAt);
    const updatedAt = this.clock.now();
    const { affected } = await tx.manager
      .createQueryBuilder()
      .update(LessonVersion)
      .set({ state: isApproved ? 'APPROVED' : 'DRAFT', reviewedAt: isApproved ? updatedAt : null, updatedAt })
      .where({ lessonId, version, reviewId, state: 'IN_REVIEW' })
      .execute();
    if (affected !== 1) throw changedSinceReview();
    await tx.manager.update(Lesson, { lessonId }, { updatedAt });
  }
}
