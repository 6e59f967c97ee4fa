import { RESTRICTION_REASONS } from '@siyu/shared/contracts/identity.limits';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';

const RestrictionRecord = z.object({
  reason: z.enum(RESTRICTION_REASONS),
  restrictedAt: z.coerce.number().int(),
});

/** Why and since when the data of a person is stored only; null while it is not. */
export async function findRestriction(
  manager: EntityManager,
  numbers: readonly number[],
): Promise<z.infer<typeof RestrictionRecord> | null> {
  const rows: unknown = await manager.query(
    `SELECT r.reason AS reason, r.restricted_at AS restrictedAt FROM member_restrictions r
     WHERE r.member_no IN (${numbers.map(() => '?').join(',')}) AND r.lifted_at IS NULL
     ORDER BY r.restricted_at LIMIT 1`,
    [...numbers],
  );
  return z.array(RestrictionRecord).parse(rows)[0] ?? null;
}
