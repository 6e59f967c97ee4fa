import type { EntityManager } from 'typeorm';
import { z } from 'zod';

const number = z.coerce.number().int();
const EventCount = z.object({ type: z.string(), count: number, valueSum: number, lastAt: number });
export type EventCount = z.infer<typeof EventCount>;

/** What a person has done, by kind, from the daily counts: never more rows than there are kinds. */
export async function countEvents(
  manager: EntityManager,
  numbers: readonly number[],
  limit: number,
): Promise<readonly EventCount[]> {
  const rows: unknown = await manager.query(
    `SELECT d.type AS type, SUM(d.count) AS count, SUM(d.value_sum) AS valueSum, MAX(d.last_at) AS lastAt
     FROM engagement_days d WHERE d.member_no IN (${numbers.map(() => '?').join(',')})
     GROUP BY d.type ORDER BY MAX(d.last_at) DESC, d.type LIMIT ${limit}`,
    [...numbers],
  );
  return z.array(EventCount).parse(rows);
}
