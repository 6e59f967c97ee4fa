import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { int, marks, maybeInt, type Numbers, readRows } from './rows.ts';

const Row = z.object({
  name: z.string(),
  registrationNo: z.string().nullable(),
  boundAt: int,
  unboundAt: maybeInt,
});
const MOST = 100;

/** Who looked after the member, the latest first. */
export function readAdvisers(manager: EntityManager, numbers: Numbers): Promise<z.infer<typeof Row>[]> {
  return readRows(
    manager,
    Row,
    `SELECT s.name AS name, s.registration_no AS registrationNo, a.bound_at AS boundAt, a.unbound_at AS unboundAt
       FROM member_advisers a JOIN staff s ON s.staff_id = a.staff_id
      WHERE a.member_no IN (${marks(numbers)}) ORDER BY a.bound_at DESC LIMIT ${MOST}`,
    numbers,
  );
}
