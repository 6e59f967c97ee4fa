import { STAGES, type StageCode } from '@siyu/shared/contracts/scoring.limits';
import type { EntityManager } from 'typeorm';

/** A member at a value of their clock, on the eve of a day. */
export interface StageMoment {
  readonly memberNo: number;
  readonly seq: number;
  /** Exclusive day boundary, 00:00 Shanghai. */
  readonly asOf: number;
}

const LAST_BEFORE = `SELECT * FROM (SELECT stage, to_seq AS toSeq, to_as_of AS toAsOf FROM relation_intervals
  WHERE member_no = ? AND from_seq <= ? AND from_as_of <= ? ORDER BY interval_no DESC LIMIT 1) i`;

interface Held {
  readonly at: number;
  readonly stage: string;
  readonly toSeq: number | null;
  readonly toAsOf: number | null;
}

/**
 * The stages that were kept of members at those moments, one statement for a few hundred. A fact cannot be written while
 * its member is scored, so once a seq is committed what was kept at the one before never changes.
 * @returns in their order; null where nothing was kept
 */
export async function stagesAt(
  manager: EntityManager,
  moments: readonly StageMoment[],
): Promise<readonly (StageCode | null)[]> {
  const stages: (StageCode | null)[] = moments.map(() => null);
  if (moments.length === 0) return stages;
  const rows: readonly Held[] = await manager.query(
    moments
      .map((_, at) => LAST_BEFORE.replace('SELECT stage', `SELECT ${at} AS at, stage`))
      .join(' UNION ALL '),
    moments.flatMap(({ memberNo, seq, asOf }) => [memberNo, seq, asOf]),
  );
  for (const { at, stage, toSeq, toAsOf } of rows) {
    const moment = moments[Number(at)];
    if (moment === undefined) continue;
    const isOver = toSeq !== null && toAsOf !== null && toSeq <= moment.seq && toAsOf <= moment.asOf;
    stages[Number(at)] = isOver ? null : (STAGES.find((each) => each === stage) ?? null);
  }
  return stages;
}
