import { GROUPS, STAGES } from '@siyu/shared/contracts/scoring.limits';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';

/** Persons who are alike in everything the feed looks at. */
const ServedCell = z.object({
  /** Null: the member does not want it used. */
  stage: z.enum(STAGES).nullable(),
  group: z.enum(GROUPS).nullable(),
  isProfiled: z.coerce.number().transform((flag) => flag === 1),
  persons: z.coerce.number().int(),
});
export type ServedCell = z.infer<typeof ServedCell>;

/**
 * Everybody who agrees to the service, each person once: facts are kept of nobody else. One pass over one table, and
 * never more rows than there are kinds of people.
 */
export async function countServed(manager: EntityManager): Promise<readonly ServedCell[]> {
  const rows: unknown = await manager.query(
    `SELECT f.stage AS stage, f.group_code AS ${manager.connection.driver.escape('group')},
       f.is_profiled AS isProfiled, COUNT(*) AS persons
     FROM member_facts f GROUP BY f.stage, f.group_code, f.is_profiled`,
  );
  return z.array(ServedCell).parse(rows);
}

/** Those of them who have finished any version of a lesson. */
export async function countFinished(
  manager: EntityManager,
  lessonId: string,
): Promise<readonly ServedCell[]> {
  const rows: unknown = await manager.query(
    `SELECT f.stage AS stage, f.group_code AS ${manager.connection.driver.escape('group')},
       f.is_profiled AS isProfiled, COUNT(*) AS persons
     FROM (
       SELECT DISTINCT COALESCE(l.into_member_no, c.member_no) AS member_no
       FROM lesson_completions c
       LEFT JOIN member_links l ON l.member_no = c.member_no AND l.valid_to IS NULL
       WHERE c.lesson_id = ?) finished
     JOIN member_facts f ON f.member_no = finished.member_no
     GROUP BY f.stage, f.group_code, f.is_profiled`,
    [lessonId],
  );
  return z.array(ServedCell).parse(rows);
}
