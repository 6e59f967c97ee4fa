import { GROUPS } from '@siyu/shared/contracts/scoring.limits';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';

const number = z.coerce.number().int();
const ScoreRecord = z.object({
  fromAsOf: number,
  toAsOf: number.nullable(),
  scoreHundredths: number,
  groupCode: z.enum(GROUPS),
  amountBand: number,
  frequencyBand: number,
  benefitBand: number,
  preset: z.string(),
  modelVersion: number,
  recordedAt: number,
});
export type ScoreRecord = z.infer<typeof ScoreRecord>;

/** The kept scores of a registration, the latest first: intervals that are only ever closed. */
export async function listScoreHistory(
  manager: EntityManager,
  memberNo: number,
  limit: number,
): Promise<readonly ScoreRecord[]> {
  const rows: unknown = await manager.query(
    `SELECT s.from_as_of AS fromAsOf, s.to_as_of AS toAsOf, s.score_hundredths AS scoreHundredths,
       s.group_code AS groupCode, s.amount_band AS amountBand, s.frequency_band AS frequencyBand,
       s.benefit_band AS benefitBand, s.preset AS preset, s.model_version AS modelVersion,
       s.recorded_at AS recordedAt
     FROM scores s WHERE s.member_no = ? ORDER BY s.interval_no DESC LIMIT ${limit}`,
    [memberNo],
  );
  return z.array(ScoreRecord).parse(rows);
}
