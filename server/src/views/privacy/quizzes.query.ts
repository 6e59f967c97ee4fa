import { QuizResult } from '@siyu/shared/contracts/content';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { int, type Latest, marks, type Numbers, readLatest } from './rows.ts';

/** Read tolerantly: of a result of any release the two counts are there. */
const Result = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(QuizResult.pick({ correct: true, total: true }));
const Row = z.object({ title: z.string(), result: Result, submittedAt: int, total: int });

/** Quizzes handed in, the latest first, under the title the lesson had then. */
export function readQuizzes(
  manager: EntityManager,
  numbers: Numbers,
  limit: number,
): Promise<Latest<z.infer<typeof Row>>> {
  return readLatest(
    manager,
    Row,
    `SELECT v.title AS title, q.result AS result, q.submitted_at AS submittedAt, COUNT(*) OVER () AS total
       FROM quiz_submissions q JOIN lesson_versions v ON v.lesson_id = q.lesson_id AND v.version = q.version
      WHERE q.member_no IN (${marks(numbers)})
      ORDER BY q.submitted_at DESC, q.submission_id DESC LIMIT ${limit}`,
    numbers,
  );
}
