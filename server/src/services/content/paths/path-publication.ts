import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PATH_SUBJECT } from '@siyu/shared/contracts/paths.limits';
import { In } from 'typeorm';
import { Audit } from '../../../foundation/audit/index.ts';
import { type DecidedReview, Reviews } from '../../../foundation/reviews/index.ts';
import { Clock } from '../../../platform/clock/index.ts';
import type { Transaction } from '../../../platform/database/index.ts';
import type { Principal } from '../../../platform/http/index.ts';
import { LessonCatalogue } from '../lesson-catalogue.ts';
import { LessonVersion } from '../lesson.entity.ts';
import { NO_MOMENT, PUBLISHABLE } from '../publication-schedule.ts';
import { draftOf, hashOfPath } from './path-draft.ts';
import { keyOf, lockPath } from './path-editing.ts';
import {
  editorMayNotReview,
  lessonElsewhere,
  pathChangedSinceReview,
  pathEmpty,
  pathNotApproved,
  pathNotFound,
  pathNotPublished,
} from './path.errors.ts';
import { Path, PathVersion } from './path.entity.ts';
import { PathSettling } from './path-settling.ts';
import { PathWording } from './path-wording.ts';
import { StandingPaths } from './standing-paths.ts';

/** From the reviewer's decision to what members find of a path, its place among the others, and back (REQ-PUB-1). */
@Injectable()
export class PathPublication implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly reviews: Reviews,
    private readonly catalogue: LessonCatalogue,
    private readonly wording: PathWording,
    private readonly standing: StandingPaths,
    private readonly settling: PathSettling,
  ) {}

  onModuleInit(): void {
    this.reviews.onDecided(PATH_SUBJECT, (tx, review) => this.#decide(tx, review));
  }

  /**
   * Gives the approved version to members, and only that: its hash and its wording are looked at again.
   * @throws {AppError} paths.not_approved, paths.changed_since_review, paths.lesson_elsewhere, paths.empty
   */
  async publish(tx: Transaction, pathId: string, publisher: Principal | 'system'): Promise<void> {
    const { manager } = tx;
    const publishedAt = this.clock.now();
    const { path, latest } = await lockPath(tx, pathId, publishedAt);
    if (!PUBLISHABLE.includes(latest.state)) throw pathNotApproved();
    const sha256 = hashOfPath(latest);
    if (sha256 !== latest.contentSha256) throw pathChangedSinceReview();
    const lookedAt = latest.reviewId === null ? [] : await this.reviews.lookedAt(tx, latest.reviewId);
    const { dictionaryVersions } = await this.wording.requirePublishable(draftOf(latest, []), lookedAt);
    // Counted first: two paths that want one lesson wait for each other here.
    await this.catalogue.countPublication(tx);
    await this.#requireFree(tx, path, latest);

    await manager.update(PathVersion, { pathId, state: 'PUBLISHED' }, { state: 'RETIRED' });
    const published = { ...NO_MOMENT, state: 'PUBLISHED', publishedAt, updatedAt: publishedAt };
    await manager.update(PathVersion, keyOf(latest), published);
    const { version } = latest;
    await manager.update(
      Path,
      { pathId },
      { publishedVersion: version, publishedAt, withdrawalReason: null },
    );
    await this.settling.open(tx, path.pathCode);
    await this.#note(tx, 'paths.publish', publisher, pathId, {
      version,
      sha256,
      dictionaryVersions,
      lookedAt: [...lookedAt],
      reviewId: latest.reviewId,
    });
  }

  /** Takes the path away from members; its lessons stay to be read on their own. @throws paths.not_published */
  async withdraw(tx: Transaction, pathId: string, reason: string, actor: Principal): Promise<void> {
    const { manager } = tx;
    const now = this.clock.now();
    const { path } = await lockPath(tx, pathId, now);
    const version = path.publishedVersion;
    if (version === null) throw pathNotPublished();
    await manager.update(PathVersion, { pathId, version }, { state: 'WITHDRAWN', updatedAt: now });
    await manager.update(
      Path,
      { pathId },
      { publishedVersion: null, publishedAt: null, withdrawalReason: reason },
    );
    await this.catalogue.countPublication(tx);
    await this.#note(tx, 'paths.withdraw', actor, pathId, { version });
  }

  /** Puts it at a place among all paths, from 1; the others close up. */
  async move(tx: Transaction, pathId: string, place: number, actor: Principal): Promise<void> {
    const { manager } = tx;
    // Two who move at once do so one after the other.
    await this.catalogue.countPublication(tx);
    const paths = await manager.find(Path, {
      select: { pathId: true, place: true, pathCode: true },
      order: { place: 'ASC', pathCode: 'ASC' },
    });
    const moved = paths.find((path) => path.pathId === pathId);
    if (moved === undefined) throw pathNotFound();
    const others = paths.filter((path) => path !== moved);
    const ordered = [...others.slice(0, place - 1), moved, ...others.slice(place - 1)];
    for (const [index, path] of ordered.entries())
      if (path.place !== index + 1) await manager.update(Path, { pathId: path.pathId }, { place: index + 1 });
    await this.#note(tx, 'paths.move', actor, pathId, { place: ordered.indexOf(moved) + 1 });
  }

  /** A path without a published lesson is none, and a lesson stands in one path at a time. */
  async #requireFree(tx: Transaction, { pathCode }: Path, { courses }: PathVersion): Promise<void> {
    const lessonIds = courses.flatMap((course) => course.lessonIds);
    const published = await tx.manager.find(LessonVersion, {
      select: { lessonId: true, version: true, title: true },
      where: { lessonId: In(lessonIds), state: 'PUBLISHED' },
    });
    if (published.length === 0) throw pathEmpty();
    const others = (await this.standing.list(tx.manager)).filter((path) => path.pathCode !== pathCode);
    for (const { live } of others) {
      const taken = new Set(live?.courses.flatMap((course) => course.lessonIds) ?? []);
      const both = published.find(({ lessonId }) => taken.has(lessonId));
      if (both !== undefined) throw lessonElsewhere(both.title, live?.title ?? '');
    }
  }

  /** The path follows the decision in the same transaction; nobody who wrote a part of it may decide. */
  async #decide(tx: Transaction, review: DecidedReview): Promise<void> {
    const { subjectId: pathId, version, reviewId, sha256, isApproved, decider, lookedAt } = review;
    const latest = await tx.manager.findOneBy(PathVersion, { pathId, version });
    if (latest === null) throw pathNotFound();
    if (latest.editorIds.includes(decider.id)) throw editorMayNotReview();
    if (hashOfPath(latest) !== sha256) throw pathChangedSinceReview();
    if (isApproved) await this.wording.requireLookedAt(draftOf(latest, []), lookedAt);
    const updatedAt = this.clock.now();
    const { affected } = await tx.manager
      .createQueryBuilder()
      .update(PathVersion)
      .set({ state: isApproved ? 'APPROVED' : 'DRAFT', updatedAt })
      .where({ pathId, version, reviewId, state: 'IN_REVIEW' })
      .execute();
    if (affected !== 1) throw pathChangedSinceReview();
    await tx.manager.update(Path, { pathId }, { updatedAt });
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
