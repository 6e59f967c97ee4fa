import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { int, readRows } from './rows.ts';

const Row = z.object({ recordedAt: int });
/** Acts of the member that are looked through, the latest; more than a day's limits together. */
const LOOKED_AT = 500;

/** Moments since `since` at which a member had a copy made, by the trail, the earliest first. */
export async function readRecentCopies(
  manager: EntityManager,
  memberId: string,
  action: string,
  since: number,
): Promise<readonly number[]> {
  const rows = await readRows(
    manager,
    Row,
    `SELECT own.recorded_at AS recordedAt
       FROM (SELECT action, recorded_at FROM audit_rows WHERE actor_id = ?
              ORDER BY row_id DESC LIMIT ${LOOKED_AT}) own
      WHERE own.action = ? AND own.recorded_at > ? ORDER BY own.recorded_at`,
    [memberId, action, since],
  );
  return rows.map(({ recordedAt }) => recordedAt);
}
