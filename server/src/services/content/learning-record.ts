import { Injectable } from '@nestjs/common';
import { QuizResult } from '@siyu/shared/contracts/content';
import type { LearningEntry, LearningRecord } from '@siyu/shared/contracts/learning-record';
import { z } from 'zod';
import { Database } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/index.ts';
import { Identity } from '../../records/identity/index.ts';

/** Moment, kind and id of the last entry of a page; ids tell apart what happened in one millisecond. */
const Position = z.tuple([z.int(), z.enum(['lesson', 'quiz']), z.string().max(36)]);
type Position = z.infer<typeof Position>;

const Common = { entryId: z.string(), lessonId: z.string(), title: z.string(), at: z.coerce.number().int() };
const Result = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(QuizResult.pick({ correct: true, total: true }));
const Rows = z.array(
  z.discriminatedUnion('kind', [
    z.object({ ...Common, kind: z.literal('lesson'), result: z.null() }),
    z.object({ ...Common, kind: z.literal('quiz'), result: Result }),
  ]),
);
type Row = z.infer<typeof Rows>[number];

/** What a member has learnt: lessons finished and quizzes handed in, the latest first. */
@Injectable()
export class LearningRecords {
  constructor(
    private readonly database: Database,
    private readonly identity: Identity,
  ) {}

  async listOf(memberNo: number, limit: number, cursor: string | undefined): Promise<LearningRecord> {
    const numbers = await this.identity.numbersOf(memberNo);
    const rows = await this.rowsOf(numbers, limit + 1, decodeCursor(cursor, Position));
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {
      entries: page.map(entryOf),
      nextCursor: last === undefined ? null : encodeCursor([last.at, last.kind, last.entryId]),
    };
  }

  /**
   * One query a page. A lesson finished under two registrations of a person is one entry, of the first time; both
   * kinds carry the title that the lesson had then.
   */
  private async rowsOf(
    numbers: readonly number[],
    limit: number,
    after: Position | null,
  ): Promise<readonly Row[]> {
    const own = numbers.map(() => '?').join(',');
    const bound =
      after === null ? '' : 'WHERE e.at < ? OR (e.at = ? AND (e.kind > ? OR (e.kind = ? AND e.entryId < ?)))';
    const [at, kind, entryId] = after ?? [];
    const rows: unknown = await this.database.read.query(
      `SELECT e.kind AS kind, e.entryId AS entryId, e.lessonId AS lessonId, v.title AS title, e.at AS at, e.result AS result
         FROM (SELECT 'lesson' AS kind, c.lesson_id AS entryId, c.lesson_id AS lessonId, MIN(c.version) AS version,
                      MIN(c.completed_at) AS at, NULL AS result
                 FROM lesson_completions c WHERE c.member_no IN (${own}) GROUP BY c.lesson_id
               UNION ALL
               SELECT 'quiz', q.submission_id, q.lesson_id, q.version, q.submitted_at, q.result
                 FROM quiz_submissions q WHERE q.member_no IN (${own})) e
         JOIN lesson_versions v ON v.lesson_id = e.lessonId AND v.version = e.version
         ${bound}
        ORDER BY e.at DESC, e.kind, e.entryId DESC LIMIT ${limit}`,
      [...numbers, ...numbers, ...(after === null ? [] : [at, at, kind, kind, entryId])],
    );
    return Rows.parse(rows);
  }
}

function entryOf({ lessonId, title, at, ...row }: Row): LearningEntry {
  const learnt = { lessonId, title, at: new Date(at).toISOString() };
  return row.kind === 'lesson'
    ? { ...learnt, kind: 'lesson' }
    : { ...learnt, kind: 'quiz', correct: row.result.correct, total: row.result.total };
}
