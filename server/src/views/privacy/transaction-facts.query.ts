import {
  BENEFIT_SOURCES,
  TRANSACTION_KINDS,
  type BenefitSource,
} from '@siyu/shared/contracts/transactions.limits';
import { fen } from '@siyu/shared/money';
import type { TransactionFact } from '@siyu/shared/rfm';
import { epochDay } from '@siyu/shared/time';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { int, marks, maybeInt, type Numbers, readRows } from './rows.ts';

const maybeFen = maybeInt.transform((value) => (value === null ? null : fen(value)));
const maybeText = z.string().nullable();
const Row = z.object({
  factId: z.string(),
  kind: z.enum([...TRANSACTION_KINDS, 'confirmed_purchase']),
  occurredAt: int,
  occurredOn: int.transform(epochDay),
  refFactId: maybeText,
  productCode: maybeText,
  targetProductCode: maybeText,
  planId: maybeText,
  amountFen: maybeFen,
  benefitFen: maybeFen,
  benefitSource: z.enum(BENEFIT_SOURCES).nullable(),
});

/** A fact of the member's money with the source of an income, which scoring does not ask for. */
export type CopiedFact = TransactionFact & { readonly benefitSource: BenefitSource | null };

/**
 * Every fact of the accounts that are linked to the member, the latest first. All of them, as scoring reads them:
 * what a correction amounts to is known of the whole set only.
 */
export async function readTransactionFacts(
  manager: EntityManager,
  numbers: Numbers,
): Promise<readonly CopiedFact[]> {
  const rows = await readRows(
    manager,
    Row,
    `SELECT t.source_id AS factId, t.kind AS kind, t.occurred_at AS occurredAt, t.occurred_on AS occurredOn,
            t.ref_source_id AS refFactId, t.product_code AS productCode,
            t.target_product_code AS targetProductCode, t.plan_id AS planId, t.amount_fen AS amountFen,
            t.benefit_fen AS benefitFen, t.benefit_source AS benefitSource
       FROM core_accounts c JOIN transaction_facts t ON t.account_no = c.account_no
      WHERE c.member_no IN (${marks(numbers)})
      ORDER BY t.occurred_at DESC, t.source_id DESC`,
    numbers,
  );
  return rows.map(({ occurredOn, ...fact }) => ({ ...fact, on: occurredOn }));
}
