import { Injectable } from '@nestjs/common';
import type { LessonDetail, LessonRow, LessonRows } from '@siyu/shared/contracts/content';
import {
  CONTENT_KINDS,
  type ContentKind,
  LESSON_STATES,
  type LessonState,
} from '@siyu/shared/contracts/content.limits';
import { In, type SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { StaffDirectory } from '../../foundation/organisation/index.ts';
import { ReviewList } from '../../foundation/reviews/index.ts';
import { Database } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/index.ts';
import { labelOf } from './content-label.ts';
import { ContentTargets } from './content-targets.ts';
import { lessonNotFound } from './content.errors.ts';
import { draftOf } from './lesson-draft.ts';
import { LESSON_SUBJECT } from './lesson-editing.ts';
import { LessonReaderDesk } from './lesson-readers.ts';
import { Lesson, LessonVersion } from './lesson.entity.ts';
import { refusalOf } from './publication-schedule.ts';

const ROW_COLUMNS = [
  'lessonId',
  'kind',
  'version',
  'title',
  'pathTitle',
  'position',
  'state',
  'authorId',
  'updatedAt',
  'contentSha256',
  'reviewId',
  'label',
  'scheduledFor',
  'refusedCode',
  'refusedAt',
] as const satisfies readonly (keyof LessonVersion)[];

/** Moment of the last change and id of the last lesson of a page. */
const Position = z.tuple([z.int(), z.string()]);
export interface LessonFilter {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly state?: LessonState | undefined;
  readonly kind?: ContentKind | undefined;
  readonly search?: string | undefined;
}

/** Texts of every kind as staff see them: the version being worked on, the last changed first. */
@Injectable()
export class LessonDesk {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffDirectory,
    private readonly reviews: ReviewList,
    private readonly readers: LessonReaderDesk,
    private readonly targets: ContentTargets,
  ) {}

  async listRows({ limit, cursor, state, kind, search }: LessonFilter): Promise<LessonRows> {
    const after = decodeCursor(cursor, Position);
    const query = this.#latest();
    if (state !== undefined) query.andWhere('text.state = :state', { state });
    if (kind !== undefined) query.andWhere('text.kind = :kind', { kind });
    if (search !== undefined && search !== '') {
      const pattern = `%${search.replace(/[!%_]/g, '!$&')}%`;
      query.andWhere("(text.title LIKE :pattern ESCAPE '!' OR text.pathTitle LIKE :pattern ESCAPE '!')", {
        pattern,
      });
    }
    const total = await query.getCount();
    if (after !== null) {
      const [updatedAt, lessonId] = after;
      query.andWhere(
        '(text.updatedAt < :updatedAt OR (text.updatedAt = :updatedAt AND text.lessonId < :lessonId))',
        { updatedAt, lessonId },
      );
    }
    const found = await query
      .orderBy('text.updatedAt', 'DESC')
      .addOrderBy('text.lessonId', 'DESC')
      .limit(limit + 1)
      .getMany();
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return {
      rows: await this.#rowsOf(page),
      total,
      nextCursor: last === undefined ? null : encodeCursor([last.updatedAt, last.lessonId]),
    };
  }

  /** @throws content.lesson_not_found */
  async getRow(lessonId: string): Promise<LessonRow> {
    const text = await this.#latest().andWhere('text.lessonId = :lessonId', { lessonId }).getOne();
    const [row] = text === null ? [] : await this.#rowsOf([text]);
    if (row === undefined) throw lessonNotFound();
    return row;
  }

  async getDetail(lessonId: string): Promise<LessonDetail> {
    const row = await this.getRow(lessonId);
    const [text, lastReview, withdrawal] = await Promise.all([
      this.database.read.findOneByOrFail(LessonVersion, { lessonId, version: row.version }),
      this.reviews.findLastDecision(LESSON_SUBJECT, lessonId),
      this.readers.findWithdrawal(lessonId),
    ]);
    const target = await this.targets.find(text.targetId);
    return { row, draft: draftOf(text), target, lastReview, withdrawal };
  }

  /** The version being worked on of every lesson, without its text. */
  #latest(): SelectQueryBuilder<LessonVersion> {
    return this.database.read
      .createQueryBuilder(LessonVersion, 'text')
      .select(ROW_COLUMNS.map((column) => `text.${column}`))
      .innerJoin(Lesson, 'lesson', 'lesson.lessonId = text.lessonId AND lesson.latestVersion = text.version');
  }

  async #rowsOf(texts: readonly LessonVersion[]): Promise<LessonRow[]> {
    if (texts.length === 0) return [];
    const lessonIds = texts.map(({ lessonId }) => lessonId);
    const [lessons, people] = await Promise.all([
      this.database.read.findBy(Lesson, { lessonId: In(lessonIds) }),
      this.staff.listStaffByIds(texts.map(({ authorId }) => authorId)),
    ]);
    const publishedAt = new Map(lessons.map((lesson) => [lesson.lessonId, lesson.publishedAt]));
    return texts.map((text) => {
      const published = publishedAt.get(text.lessonId) ?? null;
      return {
        lessonId: text.lessonId,
        kind: CONTENT_KINDS.find((kind) => kind === text.kind) ?? 'lesson',
        version: text.version,
        title: text.title,
        pathTitle: text.pathTitle,
        position: text.position,
        state: LESSON_STATES.find((state) => state === text.state) ?? 'DRAFT',
        authorName: people.get(text.authorId)?.name ?? '',
        updatedAt: new Date(text.updatedAt).toISOString(),
        publishedAt: published === null ? null : new Date(published).toISOString(),
        contentSha256: text.contentSha256,
        reviewId: text.reviewId,
        label: labelOf(text.label),
        scheduledFor: text.scheduledFor === null ? null : new Date(text.scheduledFor).toISOString(),
        refusal: refusalOf(text),
      };
    });
  }
}
