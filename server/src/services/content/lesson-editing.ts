import { Injectable } from '@nestjs/common';
import type { ContentDraft } from '@siyu/shared/contracts/content';
import { dayOfInstant } from '@siyu/shared/time';
import { Audit } from '../../foundation/audit/index.ts';
import { Reviews } from '../../foundation/reviews/index.ts';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { requireBasis } from './advice-basis.ts';
import { kindDiffers, lessonNotFound, notADraft } from './content.errors.ts';
import { columnsOf, draftOf, hashOfDraft, hashOfVersion } from './lesson-draft.ts';
import { ContentTargets } from './content-targets.ts';
import { LessonSigning } from './lesson-signing.ts';
import { LessonWording } from './lesson-wording.ts';
import { Lesson, LessonVersion } from './lesson.entity.ts';
import { PosterPictures } from './poster-pictures.ts';
import { NO_MOMENT } from './publication-schedule.ts';

/** Kind of subject under which lessons, and texts of every other kind, are reviewed and audited. */
export const LESSON_SUBJECT = 'lesson';
const STILL_OPEN: readonly string[] = ['DRAFT', 'IN_REVIEW', 'APPROVED', 'SCHEDULED'];
/** What a text that is being worked on again has no more. */
const UNDECIDED = { ...NO_MOMENT, reviewId: null, reviewedAt: null } as const;

/** Writing texts of every kind, up to the request for a review. */
@Injectable()
export class LessonEditing {
  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly audit: Audit,
    private readonly reviews: Reviews,
    private readonly wording: LessonWording,
    private readonly signing: LessonSigning,
    private readonly targets: ContentTargets,
    private readonly pictures: PosterPictures,
  ) {}

  /** @returns the id of the new lesson. */
  async createDraft(
    tx: Transaction,
    draft: ContentDraft,
    author: Principal,
    inputs: Readonly<Record<string, string>> = {},
  ): Promise<string> {
    const lessonId = this.randomness.uuid();
    const updatedAt = this.clock.now();
    const lesson = { lessonId, latestVersion: 1, publishedVersion: null, publishedAt: null, updatedAt };
    await tx.manager.createQueryBuilder().insert().into(Lesson).values(lesson).updateEntity(false).execute();
    await this.#insertVersion(tx, { lessonId, version: 1, draft, author, updatedAt });
    await this.#note(tx, 'content.create_draft', author, lessonId, { ...inputs, sha256: hashOfDraft(draft) });
    return lessonId;
  }

  /**
   * Replaces the text being worked on. A version under review or approved returns to DRAFT; what members read is
   * never touched: over a published version a new one begins. Saving the same text changes nothing.
   * @throws {AppError} content.kind_differs
   */
  async saveDraft(tx: Transaction, lessonId: string, draft: ContentDraft, author: Principal): Promise<void> {
    const latest = await lockLesson(tx, lessonId, this.clock.now());
    if (latest.kind !== draft.kind) throw kindDiffers();
    const columns = columnsOf(draft);
    if (columns.contentSha256 === latest.contentSha256) return;
    const updatedAt = this.clock.now();
    if (STILL_OPEN.includes(latest.state)) {
      await this.reviews.supersede(tx, LESSON_SUBJECT, lessonId, author);
      const editorIds = [...new Set([...latest.editorIds, author.id])];
      await tx.manager
        .createQueryBuilder()
        .update(LessonVersion)
        .set({ ...columns, ...UNDECIDED, state: 'DRAFT', editorIds, updatedAt })
        .where({ lessonId, version: latest.version })
        .execute();
    } else {
      const version = latest.version + 1;
      await this.#insertVersion(tx, { lessonId, version, draft, author, updatedAt });
      await tx.manager.update(Lesson, { lessonId }, { latestVersion: version });
    }
    await this.#note(tx, 'content.save_draft', author, lessonId, { sha256: columns.contentSha256 });
  }

  /**
   * Asks for a second pair of eyes.
   * @returns the id of the review.
   * @throws {AppError} `content.wording_refused` with the places of words that may not reach members,
   * `content.author_not_registered` and `content.adviser_required` when nobody may sign it,
   * `content.basis_missing`, `content.report_incomplete` and `content.report_in_future` for advice that rests on nothing,
   * `content.target_not_shown` and `content.picture_missing` for a card or a poster that lacks what it names.
   */
  async submit(tx: Transaction, lessonId: string, requester: Principal): Promise<string> {
    const latest = await lockLesson(tx, lessonId, this.clock.now());
    if (latest.state !== 'DRAFT') throw notADraft();
    const { version, title } = latest;
    await this.signing.requireSigner(tx, latest);
    const draft = draftOf(latest);
    requireBasis(draft, dayOfInstant(this.clock.now()));
    await this.targets.requireShown(draft);
    await this.pictures.requireOf(draft);
    const { dictionaryVersions, secondLooks } = await this.wording.requireSayable(draft);
    const sha256 = hashOfVersion(latest);
    const reviewId = await this.reviews.request(tx, {
      subjectKind: LESSON_SUBJECT,
      subjectId: lessonId,
      subjectTitle: title,
      version,
      sha256,
      requester,
    });
    const updatedAt = this.clock.now();
    await tx.manager.update(
      LessonVersion,
      { lessonId, version },
      { state: 'IN_REVIEW', reviewId, updatedAt },
    );
    await this.#note(tx, 'content.submit', requester, lessonId, {
      version,
      sha256,
      dictionaryVersions,
      secondLooks,
    });
    return reviewId;
  }

  async #insertVersion(
    { manager }: Transaction,
    given: {
      readonly lessonId: string;
      readonly version: number;
      readonly draft: ContentDraft;
      readonly author: Principal;
      readonly updatedAt: number;
    },
  ): Promise<void> {
    const { lessonId, version, draft, author, updatedAt } = given;
    const row = {
      ...columnsOf(draft),
      lessonId,
      version,
      state: 'DRAFT',
      authorId: author.id,
      editorIds: [author.id],
      ...UNDECIDED,
      publishedAt: null,
      signedName: null,
      signedNo: null,
      updatedAt,
    };
    await manager.createQueryBuilder().insert().into(LessonVersion).values(row).updateEntity(false).execute();
  }

  async #note(
    tx: Transaction,
    action: string,
    actor: Principal,
    lessonId: string,
    inputs: object,
  ): Promise<void> {
    await this.audit.record(tx, {
      actor,
      action,
      subjectKind: LESSON_SUBJECT,
      subjectId: lessonId,
      inputs: { ...inputs },
    });
  }
}

/**
 * The version being worked on. Two people who act on one lesson at once do so one after the other: the write comes first.
 * @throws {AppError} content.lesson_not_found
 */
export async function lockLesson(
  { manager }: Transaction,
  lessonId: string,
  updatedAt: number,
): Promise<LessonVersion> {
  await manager.update(Lesson, { lessonId }, { updatedAt });
  const lesson = await manager.findOneBy(Lesson, { lessonId });
  if (lesson === null) throw lessonNotFound();
  return manager.findOneByOrFail(LessonVersion, { lessonId, version: lesson.latestVersion });
}
