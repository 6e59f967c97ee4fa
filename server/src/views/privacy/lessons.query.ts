import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { int, type Latest, marks, maybeInt, type Numbers, readLatest } from './rows.ts';

const Row = z.object({
  title: z.string(),
  readPercent: int,
  readAt: int,
  completedAt: maybeInt,
  total: int,
});

/** Lessons and texts of every other kind, begun or finished under any registration of the person, the last touched first. */
export function readLessons(
  manager: EntityManager,
  numbers: Numbers,
  limit: number,
): Promise<Latest<z.infer<typeof Row>>> {
  const own = marks(numbers);
  return readLatest(
    manager,
    Row,
    `SELECT v.title AS title, r.readPercent AS readPercent, r.readAt AS readAt, r.completedAt AS completedAt,
            COUNT(*) OVER () AS total
       FROM (SELECT lesson_id, MAX(percent) AS readPercent, MAX(touched) AS readAt, MIN(completed) AS completedAt
               FROM (SELECT lesson_id, read_percent AS percent, updated_at AS touched, NULL AS completed
                       FROM lesson_progress WHERE member_no IN (${own})
                     UNION ALL
                     SELECT lesson_id, 100 AS percent, completed_at AS touched, completed_at AS completed
                       FROM lesson_completions WHERE member_no IN (${own})) each_row
              GROUP BY lesson_id) r
       JOIN lessons l ON l.lesson_id = r.lesson_id
       JOIN lesson_versions v ON v.lesson_id = l.lesson_id
            AND v.version = COALESCE(l.published_version, l.latest_version)
      ORDER BY r.readAt DESC, l.lesson_id LIMIT ${limit}`,
    [...numbers, ...numbers],
  );
}
