import { Injectable } from '@nestjs/common';
import { fen, type Fen } from '@siyu/shared/money';
import type { TransactionFact } from '@siyu/shared/rfm';
import { epochDay } from '@siyu/shared/time';
import { Database } from '../../platform/database/index.ts';
import { Identity } from '../identity/index.ts';
import { kindOf } from './transaction-kind.ts';

/** Reads facts as those of the members whom their customers were linked to. */
@Injectable()
export class FactReader {
  constructor(
    private readonly database: Database,
    private readonly identity: Identity,
  ) {}

  /**
   * Committed facts by member number; every number that is asked for is answered.
   * @param seq only facts that were known when the clocks stood there: one that waited for its customer's link is
   * known since the link; everything when null
   * @param kind only facts of this kind; of every kind when null
   */
  async factsOf(
    memberNos: readonly number[],
    seq: number | null = null,
    kind: TransactionFact['kind'] | null = null,
  ): Promise<ReadonlyMap<number, readonly TransactionFact[]>> {
    const facts = new Map<number, TransactionFact[]>(memberNos.map((memberNo) => [memberNo, []]));
    const linked = await this.identity.accountsOfMembers(memberNos);
    const accounts = new Map(linked.map((account) => [account.accountNo, account]));
    if (accounts.size === 0) return facts;
    const rows = await this.rowsOf([...accounts.keys()], kind);
    for (const row of rows) {
      const account = accounts.get(row.accountNo);
      if (account === undefined || account.memberNo === null) continue;
      // A seq counts on the clock of the member it was written for.
      const ownSeq = row.memberNo === account.memberNo ? row.seq : 0;
      if (seq !== null && Math.max(ownSeq, account.linkedSeq) > seq) continue;
      facts.get(account.memberNo)?.push(factOf(row));
    }
    return facts;
  }

  /** Past the entity: scoring reads every fact of every member who is due. */
  private rowsOf(
    accountNos: readonly number[],
    kind: TransactionFact['kind'] | null,
  ): Promise<readonly FactRecord[]> {
    const accounts = `account_no IN (${accountNos.map(() => '?').join(',')})`;
    return this.database.read.query(
      `SELECT ${COLUMNS} FROM transaction_facts WHERE ${accounts}${kind === null ? '' : ' AND kind = ?'}`,
      [...accountNos, ...(kind === null ? [] : [kind])],
    );
  }
}

const COLUMNS =
  'account_no AS accountNo, source_id AS sourceId, kind, occurred_at AS occurredAt, occurred_on AS occurredOn, ref_source_id AS refSourceId, product_code AS productCode, target_product_code AS targetProductCode, plan_id AS planId, amount_fen AS amountFen, benefit_fen AS benefitFen, member_no AS memberNo, seq';

/** As the engines give it: BIGINT comes as text from one of them when it is large. */
interface FactRecord {
  readonly accountNo: number;
  readonly sourceId: string;
  readonly kind: string;
  readonly occurredAt: number | string;
  readonly occurredOn: number;
  readonly refSourceId: string | null;
  readonly productCode: string | null;
  readonly targetProductCode: string | null;
  readonly planId: string | null;
  readonly amountFen: number | string | null;
  readonly benefitFen: number | string | null;
  readonly memberNo: number | null;
  readonly seq: number;
}

function factOf(row: FactRecord): TransactionFact {
  return {
    factId: row.sourceId,
    kind: kindOf(row.kind),
    occurredAt: Number(row.occurredAt),
    on: epochDay(row.occurredOn),
    refFactId: row.refSourceId,
    productCode: row.productCode,
    targetProductCode: row.targetProductCode,
    planId: row.planId,
    amountFen: fenOrNull(row.amountFen),
    benefitFen: fenOrNull(row.benefitFen),
  };
}

function fenOrNull(value: number | string | null): Fen | null {
  return value === null ? null : fen(Number(value));
}
