import { Injectable } from '@nestjs/common';
import type { LessonKeepsakes, NotebookPage, NotebookQuery } from '@siyu/shared/contracts/notebook';
import { In } from 'typeorm';
import { z } from 'zod';
import { Database } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { Content } from '../content/index.ts';
import { LessonFavourite, LessonNote } from './notebook.entity.ts';

/** When the last entry of a page was made, and its lesson. */
const Position = z.tuple([z.int(), z.string().max(36)]);
const Rows = z.array(
  z.object({ lessonId: z.string(), at: z.coerce.number().int(), text: z.string().nullable() }),
);

/** What a member keeps beside lessons, under whichever of their registrations. */
@Injectable()
export class NotebookLists {
  constructor(
    private readonly database: Database,
    private readonly identity: Identity,
    private readonly content: Content,
  ) {}

  async keepsakesOf(memberNo: number, lessonId: string): Promise<LessonKeepsakes> {
    const own = { memberNo: In([...(await this.identity.numbersOf(memberNo))]), lessonId };
    const [isFavourite, notes] = await Promise.all([
      this.database.read.existsBy(LessonFavourite, own),
      this.database.read.find(LessonNote, { where: own, order: { writtenAt: 'DESC' }, take: 1 }),
    ]);
    return { isFavourite, note: notes[0]?.text ?? null };
  }

  /** The latest first; a lesson that was kept under two registrations is one entry. */
  async list(
    memberNo: number,
    { kind, limit, cursor }: z.output<typeof NotebookQuery>,
  ): Promise<NotebookPage> {
    const [numbers, lessons] = await Promise.all([
      this.identity.numbersOf(memberNo),
      this.content.publishedTexts(),
    ]);
    const rows = Rows.parse(await this.#rows(kind, numbers, decodeCursor(cursor, Position), limit + 1));
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    const titles = new Map(lessons.map(({ lessonId, title }) => [lessonId, title]));
    return {
      entries: page.map(({ lessonId, at, text }) => {
        return { lessonId, title: titles.get(lessonId) ?? null, text, at: new Date(at).toISOString() };
      }),
      nextCursor: last === undefined ? null : encodeCursor([last.at, last.lessonId]),
    };
  }

  #rows(
    kind: z.output<typeof NotebookQuery>['kind'],
    numbers: readonly number[],
    after: z.infer<typeof Position> | null,
    limit: number,
  ): Promise<unknown> {
    const own = `member_no IN (${numbers.map(() => '?').join(',')})`;
    const entries =
      kind === 'FAVOURITE'
        ? `SELECT lesson_id, MIN(kept_at) AS at, NULL AS text FROM lesson_favourites WHERE ${own} GROUP BY lesson_id`
        : `SELECT lesson_id, written_at AS at, text FROM lesson_notes WHERE ${own}`;
    const beyond = after === null ? '' : 'WHERE e.at < ? OR (e.at = ? AND e.lesson_id < ?)';
    const [at, lessonId] = after ?? [];
    return this.database.read.query(
      `SELECT e.lesson_id AS lessonId, e.at AS at, e.text AS text FROM (${entries}) e ${beyond}
        ORDER BY e.at DESC, e.lesson_id DESC LIMIT ${limit}`,
      [...numbers, ...(after === null ? [] : [at, at, lessonId])],
    );
  }
}
