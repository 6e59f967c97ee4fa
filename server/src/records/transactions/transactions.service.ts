import { Injectable } from '@nestjs/common';
import type { PurchaseVerdicts, RecordPurchases } from '@siyu/shared/contracts/transactions';
import type { Fen } from '@siyu/shared/money';
import {
  countingRules,
  holdingsOf,
  netInflowOf,
  purchasesOf,
  type CountingRules,
  type Purchase,
} from '@siyu/shared/rfm';
import type { EpochDay } from '@siyu/shared/time';
import type { Transaction } from '../../platform/database/index.ts';
import { Identity } from '../identity/index.ts';
import { checkTransaction, type NewTransaction, type ToldTransaction } from './check-transaction.ts';
import { FactReader } from './fact-reader.ts';
import { TransactionLog } from './transaction-log.service.ts';
import { SOURCE_DIFFERS, UNKNOWN_CUSTOMER } from './transactions.errors.ts';

export type ReportedPurchase = RecordPurchases['purchases'][number];
type Verdict = PurchaseVerdicts['verdicts'][number];

/** Front door of transactions: what the core system tells of the members' money. */
@Injectable()
export class Transactions {
  constructor(
    private readonly identity: Identity,
    private readonly log: TransactionLog,
    private readonly reader: FactReader,
  ) {}

  /**
   * Records confirmed purchases of linked customers, each source id once, and advances the clocks of their
   * members; purchases of strangers are refused. To be the first act of a transaction.
   * @returns a verdict per purchase, in their order.
   */
  async record(tx: Transaction, purchases: readonly ReportedPurchase[]): Promise<readonly Verdict[]> {
    const customers = purchases.map((purchase) => purchase.coreCustomerId);
    const accounts = await this.identity.openAccounts(tx, customers);
    const linked = purchases.filter(
      ({ coreCustomerId }) => (accounts.get(coreCustomerId)?.memberNo ?? null) !== null,
    );
    const logged = await this.log.record(tx, linked.map(confirmedPurchase), null);
    const verdicts = new Map(linked.map((purchase, at) => [purchase, logged[at]]));
    return purchases.map((purchase): Verdict => {
      const { sourceId } = purchase;
      const found = verdicts.get(purchase);
      if (found === undefined) return { sourceId, verdict: 'refused', code: UNKNOWN_CUSTOMER };
      // The same source id with other content is a mistake of the sender; the first telling stands.
      if (found.verdict === 'differs') return { sourceId, verdict: 'refused', code: SOURCE_DIFFERS };
      return { sourceId, verdict: found.verdict === 'new' ? 'recorded' : 'duplicate', code: null };
    });
  }

  /**
   * Records facts of any customers, at most a few hundred, each source id once; those of customers who are nobody's
   * yet wait for a link. To be the first act of a transaction.
   * @returns how many were new.
   * @throws {RangeError} when a fact could not have come from the core system
   */
  async recordFacts(tx: Transaction, told: readonly ToldTransaction[], now: number): Promise<number> {
    const checked = told.map((each) => {
      const fact = checkTransaction(each, now);
      if ('code' in fact) throw new RangeError(`${each.sourceId}: ${fact.code} ${fact.field}`);
      return fact;
    });
    const verdicts = await this.log.record(tx, checked, null);
    return verdicts.filter(({ verdict }) => verdict === 'new').length;
  }

  /**
   * The purchases that each number's facts amount to, restated by every correction, oldest first; numbers merged
   * into a member are the caller's to name.
   * @param seq for a replay: only facts that were known when the members' clocks stood there
   * @param rules how plans, switches and cash sweeps count
   */
  async listPurchases(
    memberNos: readonly number[],
    seq: number | null = null,
    rules: CountingRules = countingRules,
  ): Promise<ReadonlyMap<number, readonly Purchase[]>> {
    const facts = await this.reader.factsOf(memberNos, seq);
    return new Map([...facts].map(([memberNo, each]) => [memberNo, purchasesOf(each, rules)]));
  }

  /** Money in less money out over [fromDay, toDay), fen, by number. */
  async netInflows(
    memberNos: readonly number[],
    fromDay: EpochDay,
    toDay: EpochDay,
    rules: CountingRules = countingRules,
  ): Promise<ReadonlyMap<number, Fen>> {
    const facts = await this.reader.factsOf(memberNos);
    return new Map(
      [...facts].map(([memberNo, each]) => [memberNo, netInflowOf(each, fromDay, toDay, rules)]),
    );
  }

  /** What each number holds by product, fen: the latest snapshots before asOf. */
  async listHoldings(
    memberNos: readonly number[],
    asOf: EpochDay,
    seq: number | null = null,
  ): Promise<ReadonlyMap<number, ReadonlyMap<string, Fen>>> {
    const facts = await this.reader.factsOf(memberNos, seq, 'holding_snapshot');
    return new Map([...facts].map(([memberNo, each]) => [memberNo, holdingsOf(each, asOf)]));
  }
}

function confirmedPurchase(purchase: ReportedPurchase): NewTransaction {
  const { sourceId, coreCustomerId, occurredAt, productCode, amountFen, benefitFen } = purchase;
  return {
    sourceId,
    coreCustomerId,
    kind: 'confirmed_purchase',
    occurredAt: Date.parse(occurredAt),
    refSourceId: null,
    productCode,
    targetProductCode: null,
    planId: null,
    amountFen,
    benefitFen,
    benefitSource: null,
    currency: 'CNY',
    foreignHundredths: null,
    midRate: null,
  };
}
