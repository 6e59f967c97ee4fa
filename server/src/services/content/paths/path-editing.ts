import { Injectable } from '@nestjs/common';
import { PATH_SUBJECT } from '@siyu/shared/contracts/paths.limits';
import type { PathDraft, SavePathDraft } from '@siyu/shared/contracts/paths';
import { In } from 'typeorm';
import { Audit } from '../../../foundation/audit/index.ts';
import { Reviews } from '../../../foundation/reviews/index.ts';
import { Clock, Randomness } from '../../../platform/clock/index.ts';
import type { Transaction } from '../../../platform/database/index.ts';
import type { Principal } from '../../../platform/http/index.ts';
import { Lesson, type LessonVersion } from '../lesson.entity.ts';
import { NO_MOMENT } from '../publication-schedule.ts';
import { columnsOf, draftOf, hashOfPath } from './path-draft.ts';
import { lessonUnpublished, pathChanged, pathEmpty, pathNotDraft, pathNotFound } from './path.errors.ts';
import { Path, PathVersion } from './path.entity.ts';
import { PathWording } from './path-wording.ts';
import { PLACE_UNSET } from './place-lessons.ts';

const STILL_OPEN: readonly string[] = ['DRAFT', 'IN_REVIEW', 'APPROVED', 'SCHEDULED'];

/** Writing paths, up to the request for a review. */
@Injectable()
export class PathEditing {
  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly audit: Audit,
    private readonly reviews: Reviews,
    private readonly wording: PathWording,
  ) {}

  /** @returns the id of a path of one course without lessons, which stands behind all others. */
  async create(tx: Transaction, title: string, author: Principal): Promise<string> {
    const pathId = this.randomness.uuid();
    const draft: PathDraft = {
      title,
      summary: '',
      stages: [],
      groups: [],
      courses: [{ title: '', lessonIds: [] }],
      leftOut: [],
    };
    const last = (await tx.manager.maximum(Path, 'place')) ?? 0;
    const path = {
      pathCode: `path-${pathId.slice(-12)}`,
      place: Math.max(last, PLACE_UNSET) + 1,
      publishedVersion: null,
      publishedAt: null,
    };
    await this.#insert(tx, { ...path, pathId });
    await this.#insertVersion(tx, { pathId, version: 1, draft, authorId: author.id });
    await this.#note(tx, 'paths.create', author, pathId, { sha256: hashOfPath(draft) });
    return pathId;
  }

  /**
   * A lesson that goes to members under a path nobody knows yet makes it one: its text, the path's name in it, has just
   * been reviewed. Nobody has put its lessons in an order, so their own positions do.
   */
  async adopt(
    tx: Transaction,
    {
      pathCode,
      pathTitle,
      authorId,
      reviewId,
    }: Pick<LessonVersion, 'pathCode' | 'pathTitle' | 'authorId' | 'reviewId'>,
    actor: Principal | 'system',
  ): Promise<void> {
    // Articles, cards and posters stand in no path.
    if (pathCode === '' || (await tx.manager.existsBy(Path, { pathCode }))) return;
    const pathId = this.randomness.uuid();
    const now = this.clock.now();
    await this.#insert(tx, { pathId, pathCode, place: PLACE_UNSET, publishedVersion: 1, publishedAt: now });
    const { pathId: kept } = await tx.manager.findOneByOrFail(Path, { pathCode });
    // Another lesson may have made it at the same moment.
    if (kept !== pathId) return;
    const draft = { title: pathTitle, summary: '', stages: [], groups: [], courses: [], leftOut: [] };
    const live = { state: 'PUBLISHED', publishedAt: now, reviewId };
    await this.#insertVersion(tx, { pathId, version: 1, draft, authorId, ...live });
    await this.#note(tx, 'paths.adopt', actor, pathId, { pathCode, sha256: hashOfPath(draft) });
  }

  /**
   * Replaces what is being worked on. A version under review or approved returns to DRAFT; what members find is never
   * touched: over a published version a new one begins. Saving the same again changes nothing.
   * @throws {AppError} paths.draft_changed when somebody else saved since
   */
  async saveDraft(
    tx: Transaction,
    pathId: string,
    { draft, seenSha256 }: SavePathDraft,
    author: Principal,
  ): Promise<void> {
    const { path, latest } = await lockPath(tx, pathId, this.clock.now());
    const columns = columnsOf(draft);
    if (columns.contentSha256 === latest.contentSha256) return;
    if (latest.contentSha256 !== seenSha256) throw pathChanged();
    if (STILL_OPEN.includes(latest.state)) {
      await this.reviews.supersede(tx, PATH_SUBJECT, pathId, author);
      const editorIds = [...new Set([...latest.editorIds, author.id])];
      const { updatedAt } = path;
      const set = { ...columns, ...NO_MOMENT, state: 'DRAFT', reviewId: null, editorIds, updatedAt };
      await tx.manager.createQueryBuilder().update(PathVersion).set(set).where(keyOf(latest)).execute();
    } else {
      const version = latest.version + 1;
      await this.#insertVersion(tx, { pathId, version, draft, authorId: author.id });
      await tx.manager.update(Path, { pathId }, { latestVersion: version });
    }
    await this.#note(tx, 'paths.save_draft', author, pathId, { sha256: columns.contentSha256 });
  }

  /**
   * Asks for a second pair of eyes.
   * @throws {AppError} `content.wording_refused` with the places of words that may not reach members, paths.empty,
   * paths.lesson_unpublished
   */
  async submit(tx: Transaction, pathId: string, requester: Principal): Promise<void> {
    const { path, latest } = await lockPath(tx, pathId, this.clock.now());
    if (latest.state !== 'DRAFT') throw pathNotDraft();
    const lessonIds = latest.courses.flatMap((course) => course.lessonIds);
    await this.#requireReadable(tx, lessonIds, path);
    const { dictionaryVersions, secondLooks } = await this.wording.requireSayable(draftOf(latest, []));
    const sha256 = hashOfPath(latest);
    const { version, title } = latest;
    const reviewId = await this.reviews.request(tx, {
      subjectKind: PATH_SUBJECT,
      subjectId: pathId,
      subjectTitle: title,
      version,
      sha256,
      requester,
    });
    const set = { state: 'IN_REVIEW', reviewId, updatedAt: path.updatedAt };
    await tx.manager.update(PathVersion, keyOf(latest), set);
    await this.#note(tx, 'paths.submit', requester, pathId, {
      version,
      sha256,
      dictionaryVersions,
      secondLooks,
    });
  }

  /** Every lesson is published, or keeps the place it has among those that members find. */
  async #requireReadable({ manager }: Transaction, lessonIds: readonly string[], path: Path): Promise<void> {
    if (lessonIds.length === 0) throw pathEmpty();
    const lessons = await manager.findBy(Lesson, { lessonId: In([...lessonIds]) });
    const published = new Set(
      lessons.flatMap(({ lessonId, publishedVersion }) => (publishedVersion === null ? [] : [lessonId])),
    );
    if (published.size === 0) throw pathEmpty();
    const version = path.publishedVersion;
    const live =
      version === null ? null : await manager.findOneBy(PathVersion, { pathId: path.pathId, version });
    const kept = new Set(live?.courses.flatMap((course) => course.lessonIds) ?? []);
    const missing = lessonIds.find((lessonId) => !published.has(lessonId) && !kept.has(lessonId));
    if (missing !== undefined) throw lessonUnpublished(missing);
  }

  async #insert(
    { manager }: Transaction,
    path: Pick<Path, 'pathId' | 'pathCode' | 'place' | 'publishedVersion' | 'publishedAt'>,
  ): Promise<void> {
    const row = {
      ...path,
      latestVersion: 1,
      withdrawalReason: null,
      settledThrough: null,
      updatedAt: this.clock.now(),
    };
    await manager
      .createQueryBuilder()
      .insert()
      .into(Path)
      .values(row)
      .orIgnore()
      .updateEntity(false)
      .execute();
  }

  async #insertVersion(
    { manager }: Transaction,
    given: Pick<PathVersion, 'pathId' | 'version' | 'authorId'> & {
      readonly draft: PathDraft;
    } & Partial<Pick<PathVersion, 'state' | 'publishedAt' | 'reviewId'>>,
  ): Promise<void> {
    const { draft, authorId, state = 'DRAFT', publishedAt = null, reviewId = null, ...key } = given;
    const row = {
      ...columnsOf(draft),
      ...NO_MOMENT,
      ...key,
      authorId,
      editorIds: [authorId],
      state,
      publishedAt,
      reviewId,
      updatedAt: this.clock.now(),
    };
    await manager.createQueryBuilder().insert().into(PathVersion).values(row).updateEntity(false).execute();
  }

  #note(
    tx: Transaction,
    action: string,
    actor: Principal | 'system',
    pathId: string,
    inputs: object,
  ): Promise<void> {
    return this.audit.record(tx, {
      actor,
      action,
      subjectKind: PATH_SUBJECT,
      subjectId: pathId,
      inputs: { ...inputs },
    });
  }
}

/**
 * Two people who work on one path at once do so one after the other: the write comes first.
 * @throws {AppError} paths.not_found
 */
export async function lockPath(
  { manager }: Transaction,
  pathId: string,
  updatedAt: number,
): Promise<{ readonly path: Path; readonly latest: PathVersion }> {
  await manager.update(Path, { pathId }, { updatedAt });
  const path = await manager.findOneBy(Path, { pathId });
  if (path === null) throw pathNotFound();
  const latest = await manager.findOneByOrFail(PathVersion, { pathId, version: path.latestVersion });
  return { path, latest };
}

export const keyOf = ({ pathId, version }: PathVersion) => ({ pathId, version });
