import { TOUCH_KINDS } from '@siyu/shared/contracts/channels.limits';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { flag, int, type Latest, marks, type Numbers, readLatest } from './rows.ts';

const Row = z.object({
  kind: z.enum(TOUCH_KINDS),
  placement: z.string().nullable(),
  occurredAt: int,
  isFirst: flag,
  total: int,
});

/**
 * How the member came, the latest first. Who shared a card is somebody else's and stays out; a touch before joining
 * stands once, as the first.
 */
export function readArrivals(
  manager: EntityManager,
  numbers: Numbers,
  limit: number,
): Promise<Latest<z.infer<typeof Row>>> {
  return readLatest(
    manager,
    Row,
    `SELECT one.kind, p.name AS placement, one.at AS occurredAt, one.is_first AS isFirst,
            COUNT(*) OVER () AS total
       FROM (SELECT f.kind AS kind, f.placement_id AS placement_id,
                    COALESCE(f.touched_at, f.joined_at) AS at, 1 AS is_first, f.member_no AS id
               FROM first_touches f WHERE f.member_no IN (${marks(numbers)})
             UNION ALL
             SELECT t.kind, t.placement_id, t.occurred_at, 0, t.touch_id
               FROM touches t
               LEFT JOIN first_touches f ON f.member_no = t.member_no AND f.touched_at = t.occurred_at
              WHERE t.member_no IN (${marks(numbers)}) AND f.member_no IS NULL) one
       LEFT JOIN placements p ON p.placement_id = one.placement_id
      ORDER BY one.at DESC, one.is_first, one.id DESC LIMIT ${limit}`,
    [...numbers, ...numbers],
  );
}
