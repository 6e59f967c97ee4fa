import type { EntityManager } from 'typeorm';
import { z } from 'zod';

const number = z.coerce.number().int();
const FactRecord = z.object({
  accountNo: number,
  issuer: z.string(),
  sourceId: z.string(),
  kind: z.string(),
  occurredAt: number,
  recordedAt: number,
  refSourceId: z.string().nullable(),
  productCode: z.string().nullable(),
  targetProductCode: z.string().nullable(),
  amountFen: number.nullable(),
  benefitFen: number.nullable(),
  benefitSource: z.string().nullable(),
  currency: z.string(),
  importId: z.string().nullable(),
});
export type FactRecord = z.infer<typeof FactRecord>;
export interface FactPosition {
  readonly occurredAt: number;
  readonly issuer: string;
  readonly sourceId: string;
}

/** One page of what was told of a person's accounts, the latest first. */
export async function listMemberFacts(
  manager: EntityManager,
  accountNos: readonly number[],
  limit: number,
  after: FactPosition | null,
): Promise<readonly FactRecord[]> {
  if (accountNos.length === 0) return [];
  const beyond =
    after === null
      ? { sql: '', values: [] }
      : {
          sql: `AND (t.occurred_at < ? OR (t.occurred_at = ? AND (t.issuer < ? OR (t.issuer = ? AND t.source_id < ?))))`,
          values: [after.occurredAt, after.occurredAt, after.issuer, after.issuer, after.sourceId],
        };
  const rows: unknown = await manager.query(
    `SELECT t.account_no AS accountNo, t.issuer AS issuer, t.source_id AS sourceId, t.kind AS kind,
       t.occurred_at AS occurredAt, t.recorded_at AS recordedAt, t.ref_source_id AS refSourceId,
       t.product_code AS productCode, t.target_product_code AS targetProductCode, t.amount_fen AS amountFen,
       t.benefit_fen AS benefitFen, t.benefit_source AS benefitSource, t.currency AS currency,
       t.import_id AS importId
     FROM transaction_facts t
     WHERE t.account_no IN (${accountNos.map(() => '?').join(',')}) ${beyond.sql}
     ORDER BY t.occurred_at DESC, t.issuer DESC, t.source_id DESC LIMIT ${limit}`,
    [...accountNos, ...beyond.values],
  );
  return z.array(FactRecord).parse(rows);
}

/** How many facts there are in all. */
export async function countMemberFacts(
  manager: EntityManager,
  accountNos: readonly number[],
): Promise<number> {
  if (accountNos.length === 0) return 0;
  const rows: unknown = await manager.query(
    `SELECT COUNT(*) AS total FROM transaction_facts t WHERE t.account_no IN (${accountNos.map(() => '?').join(',')})`,
    [...accountNos],
  );
  return z.array(z.object({ total: number })).parse(rows)[0]?.total ?? 0;
}
