import type { EntityManager } from 'typeorm';
import { z } from 'zod';

const count = z.coerce.number().int();
const Readers = z.object({ finishedLive: count, finishedAny: count, reading: count });
export type Readers = z.infer<typeof Readers>;

/** Who has finished which version of a lesson, and who has begun and not finished; persons who agree to the service. */
export async function countReaders(
  manager: EntityManager,
  lessonId: string,
  liveVersion: number | null,
): Promise<Readers> {
  const person = 'COALESCE(l.into_member_no, r.member_no)';
  const linked = 'LEFT JOIN member_links l ON l.member_no = r.member_no AND l.valid_to IS NULL';
  const served = `JOIN member_facts f ON f.member_no = ${person}`;
  const rows: unknown = await manager.query(
    `SELECT
       (SELECT COUNT(DISTINCT ${person}) FROM lesson_completions r ${linked} ${served}
         WHERE r.lesson_id = ? AND r.version = ?) AS finishedLive,
       (SELECT COUNT(DISTINCT ${person}) FROM lesson_completions r ${linked} ${served}
         WHERE r.lesson_id = ?) AS finishedAny,
       (SELECT COUNT(DISTINCT ${person}) FROM lesson_progress r ${linked} ${served}
         WHERE r.lesson_id = ? AND r.read_percent > 0 AND NOT EXISTS (
           SELECT 1 FROM lesson_completions c WHERE c.lesson_id = r.lesson_id AND c.member_no = r.member_no)
       ) AS reading`,
    [lessonId, liveVersion ?? 0, lessonId, lessonId],
  );
  return z.array(Readers).length(1).parse(rows)[0] ?? { finishedLive: 0, finishedAny: 0, reading: 0 };
}
