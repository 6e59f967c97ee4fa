import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { int, marks, type Numbers, readRows } from './rows.ts';

const Row = z.object({ day: int, type: z.string(), count: int });

/** How often what was done, by day: also of days whose entries are no longer kept. */
export function readDayCounts(manager: EntityManager, numbers: Numbers): Promise<z.infer<typeof Row>[]> {
  return readRows(
    manager,
    Row,
    `SELECT day, type, SUM(count) AS count FROM engagement_days WHERE member_no IN (${marks(numbers)})
      GROUP BY day, type ORDER BY day DESC, type`,
    numbers,
  );
}
