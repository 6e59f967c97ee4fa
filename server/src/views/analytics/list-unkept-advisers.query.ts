import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { ADVISERS, IS_ADVISER, type KeptQuestion } from './staff-in-scope.ts';

const Adviser = z.object({ staffId: z.string(), name: z.string(), branchName: z.string().nullable() });

/** Advisers whose conversations leave no trace, by branch and name. */
export async function listUnkeptAdvisers(
  manager: EntityManager,
  { scope, isOn, today }: KeptQuestion,
  limit: number,
): Promise<readonly z.infer<typeof Adviser>[]> {
  const rows: unknown = await manager.query(
    `SELECT s.staff_id AS staffId, s.name AS name, b.name AS branchName FROM ${ADVISERS}
     WHERE ${IS_ADVISER} AND ${scope.sql} AND (seat.wecom_user_id IS NULL OR 0 = ?)
     ORDER BY b.path, s.login_name LIMIT ${limit}`,
    [today, ...scope.values, Number(isOn)],
  );
  return z.array(Adviser).parse(rows);
}
