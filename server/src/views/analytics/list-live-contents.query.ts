import { ContentDraft } from '@siyu/shared/contracts/content';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';

const json = z.string().transform((text): unknown => JSON.parse(text));
const LiveContent = z
  .object({
    stages: json,
    groups: json,
    quiz: json,
    picture: json.nullable(),
    position: z.coerce.number(),
    minutes: z.coerce.number(),
  })
  .loose()
  .transform((row): unknown => row)
  .pipe(ContentDraft);

/** The texts of every kind that members read now, as they were written. */
export async function listLiveContents(
  manager: EntityManager,
  limit: number,
): Promise<readonly ContentDraft[]> {
  const groups = manager.connection.driver.escape('groups');
  const rows: unknown = await manager.query(
    `SELECT v.kind AS kind, v.label AS label, v.target_id AS targetId, v.picture AS picture, v.path_code AS pathCode, v.path_title AS pathTitle, v.position AS position, v.title AS title,
       v.summary AS summary, v.minutes AS minutes, v.body AS body, v.source AS source,
       v.risk_note AS riskNote, v.stages AS stages, v.${groups} AS ${groups}, v.quiz AS quiz
     FROM lessons l JOIN lesson_versions v ON v.lesson_id = l.lesson_id AND v.version = l.published_version
     ORDER BY l.lesson_id LIMIT ${limit}`,
  );
  return z.array(LiveContent).parse(rows);
}
