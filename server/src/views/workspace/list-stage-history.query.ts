import { STAGES } from '@siyu/shared/contracts/scoring.limits';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';

const number = z.coerce.number().int();
const StageRecord = z.object({
  stage: z.enum(STAGES),
  reachedOn: number,
  fromAsOf: number,
  toAsOf: number.nullable(),
});
export type StageRecord = z.infer<typeof StageRecord>;

/** The stages a registration has stood in, the latest first. */
export async function listStageHistory(
  manager: EntityManager,
  memberNo: number,
  limit: number,
): Promise<readonly StageRecord[]> {
  const rows: unknown = await manager.query(
    `SELECT r.stage AS stage, r.reached_on AS reachedOn, r.from_as_of AS fromAsOf, r.to_as_of AS toAsOf
     FROM relation_intervals r WHERE r.member_no = ? ORDER BY r.interval_no DESC LIMIT ${limit}`,
    [memberNo],
  );
  return z.array(StageRecord).parse(rows);
}
