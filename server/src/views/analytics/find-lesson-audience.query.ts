import type { EntityManager } from 'typeorm';
import { z } from 'zod';

const Codes = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.array(z.string()));
const LessonAudience = z.object({
  liveVersion: z.coerce.number().int().nullable(),
  stages: Codes,
  groups: Codes,
});
export type LessonAudience = z.infer<typeof LessonAudience>;

/** For whom the version that staff work on is meant, and which one is live; null for a lesson that is not there. */
export async function findLessonAudience(
  manager: EntityManager,
  lessonId: string,
): Promise<LessonAudience | null> {
  const escape = (name: string) => manager.connection.driver.escape(name);
  const rows: unknown = await manager.query(
    `SELECT l.published_version AS liveVersion, v.stages AS stages, v.${escape('groups')} AS ${escape('groups')}
     FROM lessons l JOIN lesson_versions v ON v.lesson_id = l.lesson_id AND v.version = l.latest_version
     WHERE l.lesson_id = ?`,
    [lessonId],
  );
  return z.array(LessonAudience).parse(rows)[0] ?? null;
}
