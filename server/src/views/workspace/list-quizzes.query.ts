import type { EntityManager } from 'typeorm';
import { z } from 'zod';

const QuizRecord = z.object({
  title: z.string(),
  result: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.object({ correct: z.number().int(), total: z.number().int() })),
  submittedAt: z.coerce.number().int(),
});
export type QuizRecord = z.infer<typeof QuizRecord>;

/** Quizzes a person has handed in, the latest first, with the title of the version that was answered. */
export async function listQuizzes(
  manager: EntityManager,
  numbers: readonly number[],
  limit: number,
): Promise<readonly QuizRecord[]> {
  const rows: unknown = await manager.query(
    `SELECT v.title AS title, q.result AS result, q.submitted_at AS submittedAt
     FROM quiz_submissions q
     JOIN lesson_versions v ON v.lesson_id = q.lesson_id AND v.version = q.version
     WHERE q.member_no IN (${numbers.map(() => '?').join(',')})
     ORDER BY q.submitted_at DESC, q.submission_id DESC LIMIT ${limit}`,
    [...numbers],
  );
  return z.array(QuizRecord).parse(rows);
}
