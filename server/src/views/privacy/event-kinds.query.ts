import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { int, marks, type Numbers, readRows } from './rows.ts';

const Row = z.object({ type: z.string(), count: int, firstAt: int, lastAt: int });

/** What was recorded, by kind; one row a type, the types being a list of the contracts. */
export function readEventKinds(manager: EntityManager, numbers: Numbers): Promise<z.infer<typeof Row>[]> {
  return readRows(
    manager,
    Row,
    `SELECT type, COUNT(*) AS count, MIN(occurred_at) AS firstAt, MAX(occurred_at) AS lastAt
       FROM engagement_events WHERE member_no IN (${marks(numbers)}) GROUP BY type ORDER BY type`,
    numbers,
  );
}
