import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { GROUPS, IS_GROUP_KEPT, type KeptQuestion } from './staff-in-scope.ts';

const Group = z.object({ groupId: z.string(), name: z.string(), ownerName: z.string().nullable() });

/** Groups in which nobody of the firm has a seat, by owner and age. */
export async function listUnkeptGroups(
  manager: EntityManager,
  { scope, isOn }: KeptQuestion,
  limit: number,
): Promise<readonly z.infer<typeof Group>[]> {
  const rows: unknown = await manager.query(
    `SELECT g.group_id AS groupId, g.name AS name, s.name AS ownerName FROM ${GROUPS}
     WHERE g.state = 'ACTIVE' AND ${scope.sql} AND (0 = ? OR NOT ${IS_GROUP_KEPT})
     ORDER BY s.login_name, g.created_at, g.group_id LIMIT ${limit}`,
    [...scope.values, Number(isOn)],
  );
  return z.array(Group).parse(rows);
}
