import type { EntityManager } from 'typeorm';
import { z } from 'zod';

const count = z.coerce
  .number()
  .int()
  .nullable()
  .transform((value) => value ?? 0);
const TierChanges = z.object({ tiered: count, tierChanges: count });
export type TierChanges = z.infer<typeof TierChanges>;

/** How many members stand in a tier, and how many would stand in another one by these cuts; one pass. */
export async function countTierChanges(
  manager: EntityManager,
  cuts: { readonly affluentFromFen: number; readonly highNetWorthFromFen: number },
): Promise<TierChanges> {
  const rows: unknown = await manager.query(
    `SELECT COUNT(*) AS tiered,
       SUM(CASE WHEN f.tier <> CASE WHEN f.assets_fen >= ? THEN 'HIGH_NET_WORTH'
         WHEN f.assets_fen >= ? THEN 'AFFLUENT' ELSE 'MASS' END THEN 1 ELSE 0 END) AS tierChanges
     FROM member_facts f WHERE f.assets_fen IS NOT NULL AND f.tier IS NOT NULL`,
    [cuts.highNetWorthFromFen, cuts.affluentFromFen],
  );
  return z.array(TierChanges).length(1).parse(rows)[0] ?? { tiered: 0, tierChanges: 0 };
}
