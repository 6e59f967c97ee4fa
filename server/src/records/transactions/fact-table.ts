import { dayOfInstant } from '@siyu/shared/time';
import { In, type EntityManager } from 'typeorm';
import { CORE_ISSUER, type CoreFactTable, type FreshFact } from '../identity/index.ts';
import type { NewTransaction } from './check-transaction.ts';
import { TransactionFactRow } from './transaction-fact.entity.ts';
import { kindOf } from './transaction-kind.ts';

/** Everything that a telling says; a second telling of an id is the same only when all of it is. */
function fingerprintOf(accountNo: number, fact: Omit<NewTransaction, 'sourceId' | 'coreCustomerId'>): string {
  return JSON.stringify([
    accountNo,
    fact.kind,
    fact.occurredAt,
    fact.refSourceId,
    fact.productCode,
    fact.targetProductCode,
    fact.planId,
    fact.amountFen,
    fact.benefitFen,
    fact.benefitSource,
    fact.currency,
    fact.foreignHundredths,
    fact.midRate,
  ]);
}

/** What was told under these ids before, by id. */
async function readFingerprints(
  manager: EntityManager,
  sourceIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (sourceIds.length === 0) return new Map();
  const ids = [...new Set(sourceIds)];
  // Past the entity: nearly every line of an import finds nothing here.
  const rows: { readonly sourceId: string }[] = await manager.query(
    `SELECT source_id AS sourceId FROM transaction_facts WHERE issuer = ? AND source_id IN (${ids.map(() => '?').join(',')})`,
    [CORE_ISSUER, ...ids],
  );
  if (rows.length === 0) return new Map();
  const known = await manager.findBy(TransactionFactRow, {
    issuer: CORE_ISSUER,
    sourceId: In(rows.map(({ sourceId }) => sourceId)),
  });
  return new Map(
    known.map((row) => [row.sourceId, fingerprintOf(row.accountNo, { ...row, kind: kindOf(row.kind) })]),
  );
}

export const factTable: CoreFactTable<NewTransaction> = {
  fingerprintOf,
  readKnown: (tx, sourceIds) => readFingerprints(tx.manager, sourceIds),
};

// Named as the columns of `valuesOf`.
const COLUMNS =
  'account_no, issuer, source_id, kind, occurred_at, occurred_on, ref_source_id, product_code, target_product_code, plan_id, amount_fen, benefit_fen, benefit_source, currency, foreign_hundredths, mid_rate, member_no, seq, recorded_at, import_id';
/**
 * Rows of a statement. A chunk of an import repeats one statement then: a prepared statement of all its rows would
 * be a megabyte outside the heap, which waits for a collection that nothing calls for.
 */
const CHUNK = 50;

/** Past the entity: an import writes a million rows. */
export async function insertFacts(
  manager: EntityManager,
  fresh: readonly FreshFact<NewTransaction>[],
  written: WrittenWith,
): Promise<void> {
  for (let at = 0; at < fresh.length; at += CHUNK) {
    const values = fresh.slice(at, at + CHUNK).map((each) => valuesOf(each, written));
    const marks = values.map((row) => `(${row.map(() => '?').join(',')})`).join(',');
    await manager.query(`INSERT INTO transaction_facts (${COLUMNS}) VALUES ${marks}`, values.flat());
  }
}

interface WrittenWith {
  readonly recordedAt: number;
  readonly importId: string | null;
}

function valuesOf({ fact, accountNo, memberNo, seq }: FreshFact<NewTransaction>, written: WrittenWith) {
  return [
    accountNo,
    CORE_ISSUER,
    fact.sourceId,
    fact.kind,
    fact.occurredAt,
    dayOfInstant(fact.occurredAt),
    fact.refSourceId,
    fact.productCode,
    fact.targetProductCode,
    fact.planId,
    fact.amountFen,
    fact.benefitFen,
    fact.benefitSource,
    fact.currency,
    fact.foreignHundredths,
    fact.midRate,
    memberNo,
    seq,
    written.recordedAt,
    written.importId,
  ];
}
