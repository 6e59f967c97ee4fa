import { Injectable } from '@nestjs/common';
import type { FoundLessons, LessonSearchQuery } from '@siyu/shared/contracts/lesson-search';
import { SEARCH_WORDS_MAX } from '@siyu/shared/contracts/lesson-search.limits';
import { z } from 'zod';
import { Database } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/index.ts';

/** Where the words stand (0: all in the title, 1: in title and summary, 2: further down), then the place in the paths. */
const Position = z.tuple([z.int(), z.string().max(32), z.int(), z.string().max(36)]);
const Rows = z.array(
  z.object({
    place: z.coerce.number().int(),
    lessonId: z.string(),
    kind: z.enum(['lesson', 'article']),
    pathCode: z.string(),
    pathTitle: z.string(),
    position: z.coerce.number().int(),
    title: z.string(),
    summary: z.string(),
    minutes: z.coerce.number().int(),
    piece: z.string(),
  }),
);

const BEFORE = 24;
const PIECE = 96;

/**
 * Finds lessons and articles by their words; in no path, an article stands before the lessons of the same place. One statement walks over the published versions, which an index brings, and looks into
 * their texts: a school has hundreds of lessons, and what a full-text index would cut Chinese into differs by engine
 * (docs/decisions/0034-discussion.md).
 */
@Injectable()
export class LessonSearch {
  constructor(private readonly database: Database) {}

  /**
   * Those in which every word stands; ASCII letters of either case, full-width letters as their plain ones.
   * @param hiddenIds published ones that members are not shown now
   */
  async search(
    { text, limit, cursor }: z.output<typeof LessonSearchQuery>,
    hiddenIds: readonly string[],
  ): Promise<FoundLessons> {
    const words = wordsOf(text);
    if (words.length === 0) return { lessons: [], nextCursor: null };
    const after = decodeCursor(cursor, Position);
    const rows = Rows.parse(await this.#rows(words, hiddenIds, after, limit + 1));
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {
      lessons: page.map(({ lessonId, kind, pathTitle, title, summary, minutes, piece }) => ({
        lessonId,
        kind,
        pathTitle,
        title,
        minutes,
        excerpt: piece === '' ? summary : inOneLine(piece),
      })),
      nextCursor:
        last === undefined ? null : encodeCursor([last.place, last.pathCode, last.position, last.lessonId]),
    };
  }

  #rows(
    words: readonly string[],
    hiddenIds: readonly string[],
    after: z.infer<typeof Position> | null,
    limit: number,
  ): Promise<unknown> {
    const within = (...columns: readonly string[]) => ({
      sql: words
        .map(() => `(${columns.map((column) => `LOWER(${column}) LIKE ? ESCAPE '!'`).join(' OR ')})`)
        .join(' AND '),
      values: words.flatMap((word) => columns.map(() => `%${escaped(word)}%`)),
    });
    const titled = within('v.title');
    const summed = within('v.title', 'v.summary');
    const anywhere = within('v.title', 'v.summary', 'v.body');
    const visible =
      hiddenIds.length === 0 ? '' : `AND v.lesson_id NOT IN (${hiddenIds.map(() => '?').join(',')})`;
    const beyond =
      after === null
        ? ''
        : `WHERE place > ? OR (place = ? AND (path_code > ? OR (path_code = ? AND
             (position > ? OR (position = ? AND lesson_id > ?)))))`;
    const [place, pathCode, position, lessonId] = after ?? [];
    const bounds = after === null ? [] : [place, place, pathCode, pathCode, position, position, lessonId];
    return this.database.read.query(
      `SELECT place, lesson_id AS lessonId, kind, path_code AS pathCode, path_title AS pathTitle, position, title, summary,
              minutes, CASE WHEN place < 2 OR found = 0 THEN ''
                            ELSE SUBSTR(body, CASE WHEN found > ${BEFORE} THEN found - ${BEFORE} ELSE 1 END, ${PIECE})
                       END AS piece
         FROM (SELECT v.*, INSTR(LOWER(v.body), ?) AS found,
                      CASE WHEN ${titled.sql} THEN 0
                           WHEN ${summed.sql} THEN 1 ELSE 2 END AS place
                 FROM lesson_versions v
                WHERE v.state = 'PUBLISHED' AND v.kind IN ('lesson', 'article') ${visible} AND ${anywhere.sql}) hits
        ${beyond}
        ORDER BY place, path_code, position, lesson_id LIMIT ${limit}`,
      [words[0] ?? '', ...titled.values, ...summed.values, ...hiddenIds, ...anywhere.values, ...bounds],
    );
  }
}

/** The words of a search as they are compared. */
function wordsOf(text: string): readonly string[] {
  const words = text.normalize('NFKC').toLowerCase().split(/\s+/u).filter(Boolean);
  return [...new Set(words)].slice(0, SEARCH_WORDS_MAX);
}

/** For LIKE: a member who looks for `100%` means the sign. */
const escaped = (word: string): string => word.replace(/[!%_]/g, '!$&');

/** A piece of the text without its breaks and the marks of headings, open at both ends. */
const inOneLine = (piece: string): string => `…${piece.replace(/\s*\n+(## )?/g, ' ').trim()}…`;
