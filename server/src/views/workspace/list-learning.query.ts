import type { EntityManager } from 'typeorm';
import { z } from 'zod';

const LearningRecord = z.object({
  kind: z.enum(['completion', 'reading', 'path']),
  title: z.string(),
  /** Version that was finished, or how many percent were read. */
  figure: z.coerce.number().int().nullable(),
  at: z.coerce.number().int(),
});
export type LearningRecord = z.infer<typeof LearningRecord>;

/**
 * Lessons a person has finished or begun, articles begun, and paths finished, the latest first. A lesson has the title of the
 * version that was finished, one that is being read its present title.
 */
export async function listLearning(
  manager: EntityManager,
  numbers: readonly number[],
  limit: number,
): Promise<readonly LearningRecord[]> {
  const marks = numbers.map(() => '?').join(',');
  const rows: unknown = await manager.query(
    `SELECT kind, title, figure, at FROM (
       SELECT 'completion' AS kind, v.title AS title, c.version AS figure, c.completed_at AS at
         FROM lesson_completions c
         JOIN lesson_versions v ON v.lesson_id = c.lesson_id AND v.version = c.version
         WHERE c.member_no IN (${marks})
       UNION ALL
       SELECT 'reading', v.title, p.read_percent, p.updated_at
         FROM lesson_progress p
         JOIN lessons l ON l.lesson_id = p.lesson_id
         JOIN lesson_versions v ON v.lesson_id = l.lesson_id AND v.version = COALESCE(l.published_version, l.latest_version)
          AND v.kind IN ('lesson', 'article')
         WHERE p.member_no IN (${marks}) AND NOT EXISTS (
           SELECT 1 FROM lesson_completions d WHERE d.member_no IN (${marks}) AND d.lesson_id = p.lesson_id)
       UNION ALL
       SELECT 'path', COALESCE((
           SELECT t.title FROM paths p
           JOIN path_versions t ON t.path_id = p.path_id AND t.version = COALESCE(p.published_version, p.latest_version)
           WHERE p.path_code = f.path_code), (
           SELECT MAX(v.path_title) FROM lesson_versions v WHERE v.path_code = f.path_code), f.path_code), NULL, f.completed_at
         FROM path_completions f WHERE f.member_no IN (${marks})
     ) learnt ORDER BY at DESC LIMIT ${limit}`,
    [...numbers, ...numbers, ...numbers, ...numbers],
  );
  return z.array(LearningRecord).parse(rows);
}
