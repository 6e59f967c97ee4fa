import { TIERS } from '@siyu/shared/contracts/segments.limits';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { int, readRows } from './rows.ts';

const Row = z.object({ amountFen: int, tier: z.enum(TIERS).nullable() });

/** What is held by the last snapshot and the step it makes; null when none is known or may be looked at. */
export async function readHoldings(
  manager: EntityManager,
  memberNo: number,
): Promise<z.infer<typeof Row> | null> {
  const [row] = await readRows(
    manager,
    Row,
    `SELECT assets_fen AS amountFen, tier FROM member_facts WHERE member_no = ? AND assets_fen IS NOT NULL`,
    [memberNo],
  );
  return row ?? null;
}
