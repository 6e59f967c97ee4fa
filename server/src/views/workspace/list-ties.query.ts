import type { EntityManager } from 'typeorm';
import { z } from 'zod';

const TieRecord = z.object({
  kind: z.enum(['identity', 'merged', 'adviser']),
  /** Kind of the identity, id of the registration, name of the adviser. */
  name: z.string(),
  issuer: z.string().nullable(),
  fromAt: z.coerce.number().int(),
  toAt: z.coerce.number().int().nullable(),
});
export type TieRecord = z.infer<typeof TieRecord>;

/** To whom and what a person is tied: other systems, registrations that were merged, advisers; the latest first. */
export async function listTies(
  manager: EntityManager,
  memberNo: number,
  numbers: readonly number[],
  limit: number,
): Promise<readonly TieRecord[]> {
  const marks = numbers.map(() => '?').join(',');
  const rows: unknown = await manager.query(
    `SELECT kind, name, issuer, fromAt, toAt FROM (
       SELECT 'identity' AS kind, i.kind AS name, i.issuer AS issuer, i.linked_at AS fromAt, NULL AS toAt
         FROM member_identities i WHERE i.member_no IN (${marks})
       UNION ALL
       SELECT 'merged', m.member_id, NULL, l.valid_from, l.valid_to
         FROM member_links l JOIN members m ON m.member_no = l.member_no WHERE l.into_member_no = ?
       UNION ALL
       SELECT 'adviser', s.name, NULL, a.bound_at, a.unbound_at
         FROM member_advisers a JOIN staff s ON s.staff_id = a.staff_id WHERE a.member_no IN (${marks})
     ) ties ORDER BY fromAt DESC LIMIT ${limit}`,
    [...numbers, memberNo, ...numbers],
  );
  return z.array(TieRecord).parse(rows);
}
