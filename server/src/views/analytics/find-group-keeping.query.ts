import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { GROUPS, IS_GROUP_KEPT, type StaffCondition } from './staff-in-scope.ts';

const Keeping = z.object({ isKept: z.coerce.number().transform((flag) => flag === 1) });

/** Whether somebody who sits in a group has a seat of the archive; null for a group outside the scope. */
export async function findGroupKeeping(
  manager: EntityManager,
  groupId: string,
  scope: StaffCondition,
): Promise<boolean | null> {
  const rows: unknown = await manager.query(
    `SELECT CASE WHEN ${IS_GROUP_KEPT} THEN 1 ELSE 0 END AS isKept FROM ${GROUPS}
     WHERE g.group_id = ? AND ${scope.sql}`,
    [groupId, ...scope.values],
  );
  const [keeping] = z.array(Keeping).parse(rows);
  return keeping?.isKept ?? null;
}
