import type { Arrivals } from '@siyu/shared/contracts/channels';
import { TOUCH_KINDS, type TouchKind } from '@siyu/shared/contracts/channels.limits';
import type { EntityManager } from 'typeorm';

interface Counted {
  readonly id: string;
  readonly n: number | string;
}

const marks = (ids: readonly string[]): string => ids.map(() => '?').join(',');
const byId = (rows: readonly Counted[]): ReadonlyMap<string, number> =>
  new Map(rows.map(({ id, n }) => [id, Number(n)]));

/** New members since a moment by the account of their first touch, for these accounts. */
export async function newMembersByAccount(
  manager: EntityManager,
  accountIds: readonly string[],
  since: number,
): Promise<ReadonlyMap<string, number>> {
  if (accountIds.length === 0) return new Map();
  const rows: Counted[] = await manager.query(
    `SELECT p.account_id AS id, COUNT(*) AS n FROM first_touches f
       JOIN placements p ON p.placement_id = f.placement_id
      WHERE f.joined_at >= ? AND p.account_id IN (${marks(accountIds)}) GROUP BY p.account_id`,
    [since, ...accountIds],
  );
  return byId(rows);
}

/** New members since a moment by placement: by the first touch, or by the last one before they joined. */
export async function newMembersByPlacement(
  manager: EntityManager,
  placementIds: readonly string[],
  since: number,
  touch: 'first' | 'last',
): Promise<ReadonlyMap<string, number>> {
  if (placementIds.length === 0) return new Map();
  const column = touch === 'first' ? 'placement_id' : 'last_placement_id';
  const rows: Counted[] = await manager.query(
    `SELECT f.${column} AS id, COUNT(*) AS n FROM first_touches f
      WHERE f.joined_at >= ? AND f.${column} IN (${marks(placementIds)}) GROUP BY f.${column}`,
    [since, ...placementIds],
  );
  return byId(rows);
}

/** How everybody came who has joined since a moment. */
export async function arrivalsSince(manager: EntityManager, since: number): Promise<Arrivals> {
  const rows: Counted[] = await manager.query(
    `SELECT f.kind AS id, COUNT(*) AS n FROM first_touches f
      WHERE f.kind IN (${marks(TOUCH_KINDS)}) AND f.joined_at >= ? GROUP BY f.kind`,
    [...TOUCH_KINDS, since],
  );
  const counts = byId(rows);
  const countOf = (kind: TouchKind): number => counts.get(kind) ?? 0;
  const placement = countOf('PLACEMENT');
  const referral = countOf('REFERRAL');
  const natural = countOf('NATURAL');
  return { all: placement + referral + natural, placement, referral, natural };
}

/** How many placements each of the accounts has. */
export async function placementsByAccount(
  manager: EntityManager,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (accountIds.length === 0) return new Map();
  const rows: Counted[] = await manager.query(
    `SELECT account_id AS id, COUNT(*) AS n FROM placements WHERE account_id IN (${marks(accountIds)}) GROUP BY account_id`,
    [...accountIds],
  );
  return byId(rows);
}
