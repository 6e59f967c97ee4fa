import { Injectable } from '@nestjs/common';
import type { PathDetail, PathQuery, PathRow, PathRows } from '@siyu/shared/contracts/paths';
import { LESSON_STATES } from '@siyu/shared/contracts/content.limits';
import { PATH_SUBJECT } from '@siyu/shared/contracts/paths.limits';
import type { SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { StaffDirectory } from '../../../foundation/organisation/index.ts';
import { ReviewList } from '../../../foundation/reviews/index.ts';
import { Database } from '../../../platform/database/index.ts';
import { decodeCursor, encodeCursor, type Scope } from '../../../platform/http/index.ts';
import { LessonCatalogue } from '../lesson-catalogue.ts';
import { refusalOf } from '../publication-schedule.ts';
import { draftOf } from './path-draft.ts';
import { pathNotFound } from './path.errors.ts';
import { Path, PathVersion } from './path.entity.ts';
import { PathFigures } from './path-figures.ts';
import { PathLessons } from './path-lessons.ts';

/** Place and code of the last path of a page. */
const Position = z.tuple([z.int(), z.string().max(32)]);

/** Paths as staff see them: the version being worked on, in the order in which members find the paths. */
@Injectable()
export class PathDesk {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffDirectory,
    private readonly reviews: ReviewList,
    private readonly catalogue: LessonCatalogue,
    private readonly figures: PathFigures,
    private readonly lessons: PathLessons,
  ) {}

  async listRows(scope: Scope, { limit, cursor, state }: z.output<typeof PathQuery>): Promise<PathRows> {
    const matching = this.#latest();
    if (state !== undefined) matching.andWhere('text.state = :state', { state });
    const total = await matching.getCount();
    const after = decodeCursor(cursor, Position);
    if (after !== null) {
      const [place, pathCode] = after;
      matching.andWhere('(path.place > :place OR (path.place = :place AND path.pathCode > :pathCode))', {
        place,
        pathCode,
      });
    }
    const found = await matching
      .orderBy('path.place', 'ASC')
      .addOrderBy('path.pathCode', 'ASC')
      .limit(limit + 1)
      .getMany();
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return {
      rows: await this.#rowsOf(page, scope),
      total,
      nextCursor: last === undefined ? null : encodeCursor([last.place, last.pathCode]),
    };
  }

  /** @throws {AppError} paths.not_found */
  async getRow(scope: Scope, pathId: string): Promise<PathRow> {
    const found = await this.#latest().andWhere('path.pathId = :pathId', { pathId }).getMany();
    const [row] = await this.#rowsOf(found, scope);
    if (row === undefined) throw pathNotFound();
    return row;
  }

  async getDetail(scope: Scope, pathId: string): Promise<PathDetail> {
    const row = await this.getRow(scope, pathId);
    const [path, versions, lastReview, placed] = await Promise.all([
      this.database.read.findOneByOrFail(Path, { pathId }),
      this.database.read.findBy(PathVersion, { pathId }),
      this.reviews.findLastDecision(PATH_SUBJECT, pathId),
      this.catalogue.lessonsAndAdvice(),
    ]);
    const latest = versions.find(({ version }) => version === path.latestVersion);
    const live = versions.find(({ version }) => version === path.publishedVersion);
    if (latest === undefined) throw pathNotFound();
    const here = placed.filter(({ pathCode }) => pathCode === path.pathCode).map(({ lessonId }) => lessonId);
    // What joined since a version was written stands at its end; what a draft leaves out has not joined.
    const joinedOf = (version: PathVersion): readonly string[] => {
      const named = new Set([...version.courses.flatMap(({ lessonIds }) => lessonIds), ...version.leftOut]);
      return here.filter((lessonId) => !named.has(lessonId));
    };
    const draft = draftOf(latest, joinedOf(latest));
    const shown = live === undefined ? null : draftOf(live, joinedOf(live));
    const named = [draft, ...(shown === null ? [] : [shown])].flatMap(({ courses, leftOut }) => [
      ...courses.flatMap(({ lessonIds }) => lessonIds),
      ...leftOut,
    ]);
    return {
      row,
      draft,
      live: shown,
      lessons: await this.lessons.describe([...new Set(named)]),
      lastReview,
      withdrawalReason: path.withdrawalReason,
    };
  }

  /** Every path whose version being worked on meets a condition on `text`. */
  #latest(): SelectQueryBuilder<Path> {
    return this.database.read
      .createQueryBuilder(Path, 'path')
      .innerJoin(PathVersion, 'text', 'text.pathId = path.pathId AND text.version = path.latestVersion');
  }

  async #rowsOf(paths: readonly Path[], scope: Scope): Promise<PathRow[]> {
    if (paths.length === 0) return [];
    const texts = await this.database.read.findBy(
      PathVersion,
      paths.map(({ pathId, latestVersion: version }) => ({ pathId, version })),
    );
    const [people, lessons] = await Promise.all([
      this.staff.listStaffByIds(texts.map(({ authorId }) => authorId)),
      this.catalogue.lessonsAndAdvice(),
    ]);
    const idsOf = new Map(
      paths.map(({ pathCode }) => [
        pathCode,
        lessons.filter((lesson) => lesson.pathCode === pathCode).map(({ lessonId }) => lessonId),
      ]),
    );
    const figures = await this.figures.of(idsOf, scope);
    const textOf = new Map(texts.map((text) => [text.pathId, text]));
    return paths.flatMap((path) => {
      const text = textOf.get(path.pathId);
      if (text === undefined) return [];
      const drafted = text.courses.flatMap(({ lessonIds }) => lessonIds).length;
      const { learners = 0, completions = 0 } = figures.get(path.pathCode) ?? {};
      return [
        {
          pathId: path.pathId,
          pathCode: path.pathCode,
          title: text.title,
          version: text.version,
          state: LESSON_STATES.find((state) => state === text.state) ?? 'DRAFT',
          courses: Math.max(1, text.courses.length),
          lessons: path.publishedVersion === null ? drafted : (idsOf.get(path.pathCode) ?? []).length,
          learners,
          completions,
          authorName: people.get(text.authorId)?.name ?? '',
          updatedAt: new Date(Math.max(text.updatedAt, path.publishedAt ?? 0)).toISOString(),
          publishedAt: path.publishedAt === null ? null : new Date(path.publishedAt).toISOString(),
          contentSha256: text.contentSha256,
          reviewId: text.reviewId,
          scheduledFor: text.scheduledFor === null ? null : new Date(text.scheduledFor).toISOString(),
          refusal: refusalOf(text),
        },
      ];
    });
  }
}
