import type { StageCode } from '@siyu/shared/contracts/scoring.limits';
import { STAGES } from '@siyu/shared/contracts/scoring.limits';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { STAGE } from './member-record.ts';

const Counted = z.array(z.object({ stage: z.enum(STAGES), members: z.coerce.number().int() }));

/**
 * Persons who are in a group, by their relation stage; whom nobody has scored is a stranger, and who refuses it is
 * counted nowhere.
 */
export async function countGroupStages(
  manager: EntityManager,
  groupId: string,
): Promise<ReadonlyMap<StageCode, number>> {
  const rows: unknown = await manager.query(
    `SELECT ${STAGE} AS stage, COUNT(*) AS members FROM (
       SELECT DISTINCT COALESCE(l.into_member_no, t.member_no) AS member_no FROM group_ties t
       LEFT JOIN member_links l ON l.member_no = t.member_no AND l.valid_to IS NULL
       WHERE t.group_id = ? AND t.ended_at IS NULL) person
     LEFT JOIN member_facts f ON f.member_no = person.member_no
     WHERE f.member_no IS NULL OR f.stage IS NOT NULL GROUP BY ${STAGE}`,
    [groupId],
  );
  return new Map(Counted.parse(rows).map(({ stage, members }) => [stage, members]));
}
