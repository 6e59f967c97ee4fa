import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { FactRecord } from './list-member-facts.query.ts';

const number = z.coerce.number().int();
const FactReference = z.object({
  refSourceId: z.string(),
  issuer: z.string(),
  sourceId: z.string(),
  kind: z.string(),
  occurredAt: number,
  amountFen: number.nullable(),
});
export type FactReference = z.infer<typeof FactReference>;

/** Facts of the same accounts and issuers that name one of these: what confirms, pays back or corrects them. */
export async function listFactReferences(
  manager: EntityManager,
  facts: readonly FactRecord[],
  limit: number,
): Promise<readonly FactReference[]> {
  if (facts.length === 0) return [];
  const accountNos = [...new Set(facts.map(({ accountNo }) => accountNo))];
  const rows: unknown = await manager.query(
    `SELECT t.ref_source_id AS refSourceId, t.issuer AS issuer, t.source_id AS sourceId, t.kind AS kind,
       t.occurred_at AS occurredAt, t.amount_fen AS amountFen
     FROM transaction_facts t
     WHERE t.account_no IN (${accountNos.map(() => '?').join(',')})
       AND t.ref_source_id IN (${facts.map(() => '?').join(',')})
     ORDER BY t.occurred_at, t.source_id LIMIT ${limit}`,
    [...accountNos, ...facts.map(({ sourceId }) => sourceId)],
  );
  return z.array(FactReference).parse(rows);
}
