import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { ADVISERS, GROUPS, IS_ADVISER, IS_GROUP_KEPT, type KeptQuestion } from './staff-in-scope.ts';

const count = z.coerce.number().int();
const Kept = z.object({ advisers: count, keptAdvisers: count, groupCount: count, keptGroups: count });

/** How many advisers and groups there are, and of how many the conversations are kept. */
export async function countKept(
  manager: EntityManager,
  { scope, isOn, today }: KeptQuestion,
): Promise<z.infer<typeof Kept>> {
  const advisers = `FROM ${ADVISERS} WHERE ${IS_ADVISER} AND ${scope.sql}`;
  const groups = `FROM ${GROUPS} WHERE g.state = 'ACTIVE' AND ${scope.sql}`;
  const ofAdvisers = [today, ...scope.values];
  const rows: unknown = await manager.query(
    `SELECT (SELECT COUNT(*) ${advisers}) AS advisers,
       (SELECT COUNT(*) ${advisers} AND seat.wecom_user_id IS NOT NULL AND 1 = ?) AS keptAdvisers,
       (SELECT COUNT(*) ${groups}) AS groupCount,
       (SELECT COUNT(*) ${groups} AND ${IS_GROUP_KEPT} AND 1 = ?) AS keptGroups`,
    [...ofAdvisers, ...ofAdvisers, Number(isOn), ...scope.values, ...scope.values, Number(isOn)],
  );
  const [kept] = z.array(Kept).parse(rows);
  return kept ?? { advisers: 0, keptAdvisers: 0, groupCount: 0, keptGroups: 0 };
}
