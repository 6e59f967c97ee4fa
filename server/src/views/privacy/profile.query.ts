import { RESTRICTION_REASONS } from '@siyu/shared/contracts/identity.limits';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { int, maybeInt, readRows } from './rows.ts';

const Row = z.object({
  branchName: z.string().nullable(),
  registeredAt: int,
  adultStatedAt: maybeInt,
  reason: z.enum(RESTRICTION_REASONS).nullable(),
  restrictedAt: maybeInt,
});

/** Where the member belongs, since when, and whether the data is stored only. */
export async function readProfile(manager: EntityManager, memberNo: number): Promise<z.infer<typeof Row>> {
  const [row] = await readRows(
    manager,
    Row,
    `SELECT b.name AS branchName, m.registered_at AS registeredAt,
            (SELECT MAX(a.stated_at) FROM adult_statements a WHERE a.member_no = m.member_no) AS adultStatedAt, r.reason AS reason, r.restricted_at AS restrictedAt
       FROM members m
       LEFT JOIN branches b ON b.branch_id = m.branch_id
       LEFT JOIN member_restrictions r ON r.member_no = m.member_no AND r.lifted_at IS NULL
      WHERE m.member_no = ? ORDER BY r.restricted_at LIMIT 1`,
    [memberNo],
  );
  if (row === undefined) throw new Error('a member who is signed in is gone');
  return row;
}
