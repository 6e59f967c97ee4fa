import { Injectable } from '@nestjs/common';
import type { PurchaseVerdicts, RecordPurchases } from '@siyu/shared/contracts/transactions';
import { type Fen, fen } from '@siyu/shared/money';
import { dayOfInstant, epochDay, type EpochDay } from '@siyu/shared/time';
import { In, LessThanOrEqual } from 'typeorm';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { CORE_ISSUER, Identity } from '../identity/index.ts';
import { PurchaseRow } from './purchase.entity.ts';
import { SOURCE_DIFFERS, UNKNOWN_CUSTOMER } from './transactions.errors.ts';

export type ReportedPurchase = RecordPurchases['purchases'][number];
type Verdict = PurchaseVerdicts['verdicts'][number];

/** What scoring reads of a purchase. */
export interface PurchaseFact {
  readonly purchaseId: string;
  readonly occurredDay: EpochDay;
  readonly amountFen: Fen;
  readonly benefitFen: Fen;
}

/** Front door of transactions: purchases told by the core system. */
@Injectable()
export class Transactions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly identity: Identity,
  ) {}

  /**
   * Records purchases of linked customers, each source id once, and advances the clocks of their members.
   * To be the first act of a transaction.
   * @returns a verdict per purchase, in their order.
   */
  async record(tx: Transaction, purchases: readonly ReportedPurchase[]): Promise<readonly Verdict[]> {
    const customers = purchases.map((purchase) => purchase.coreCustomerId);
    const members = await this.identity.memberNosOfCoreCustomers(customers, tx.manager);
    const memberNos = [...new Set(members.values())].sort((a, b) => a - b);
    await this.identity.lockMembers(tx, memberNos);
    const known = new Map<string, string>();
    for (const row of await this.readSources(tx, purchases)) known.set(row.sourceId, fingerprintOf(row));

    const rows: Omit<PurchaseRow, 'seq'>[] = [];
    const verdicts = purchases.map((purchase): Verdict => {
      const { sourceId, coreCustomerId } = purchase;
      const memberNo = members.get(coreCustomerId);
      if (memberNo === undefined) return { sourceId, verdict: 'refused', code: UNKNOWN_CUSTOMER };
      const row = this.rowOf(memberNo, purchase);
      const before = known.get(sourceId);
      if (before === fingerprintOf(row)) return { sourceId, verdict: 'duplicate', code: null };
      // The same source id with other content is a mistake of the sender; the first telling stands.
      if (before !== undefined) return { sourceId, verdict: 'refused', code: SOURCE_DIFFERS };
      known.set(sourceId, fingerprintOf(row));
      rows.push(row);
      return { sourceId, verdict: 'recorded', code: null };
    });
    if (rows.length === 0) return verdicts;

    const touched = [...new Set(rows.map((row) => row.memberNo))].sort((a, b) => a - b);
    const seqs = await this.identity.advanceClocks(tx, touched);
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(PurchaseRow)
      .values(rows.map((row) => ({ ...row, seq: seqs.get(row.memberNo) ?? 0 })))
      .updateEntity(false)
      .execute();
    return verdicts;
  }

  /**
   * Every purchase of these members, oldest first; numbers merged into a member are the caller's to name.
   * @param seq only what was known when the members' clocks stood there
   */
  async listPurchases(
    memberNos: readonly number[],
    seq?: number,
  ): Promise<ReadonlyMap<number, readonly PurchaseFact[]>> {
    const facts = new Map<number, PurchaseFact[]>(memberNos.map((memberNo) => [memberNo, []]));
    if (memberNos.length === 0) return facts;
    const rows = await this.database.read.find(PurchaseRow, {
      where: {
        memberNo: In([...memberNos]),
        ...(seq === undefined ? {} : { seq: LessThanOrEqual(seq) }),
      },
      select: { memberNo: true, purchaseId: true, occurredOn: true, amountFen: true, benefitFen: true },
      order: { occurredAt: 'ASC', purchaseId: 'ASC' },
    });
    for (const row of rows) {
      facts.get(row.memberNo)?.push({
        purchaseId: row.purchaseId,
        occurredDay: epochDay(row.occurredOn),
        amountFen: fen(row.amountFen),
        benefitFen: fen(row.benefitFen),
      });
    }
    return facts;
  }

  private rowOf(memberNo: number, purchase: ReportedPurchase): Omit<PurchaseRow, 'seq'> {
    const occurredAt = Date.parse(purchase.occurredAt);
    return {
      memberNo,
      purchaseId: this.randomness.uuid(),
      issuer: CORE_ISSUER,
      sourceId: purchase.sourceId,
      productCode: purchase.productCode,
      occurredAt,
      occurredOn: dayOfInstant(occurredAt),
      amountFen: purchase.amountFen,
      benefitFen: purchase.benefitFen,
      recordedAt: this.clock.now(),
    };
  }

  /** Reads the rows as they are now: the transaction's snapshot may be older than its locks. */
  private async readSources(
    tx: Transaction,
    purchases: readonly ReportedPurchase[],
  ): Promise<readonly PurchaseRow[]> {
    const query = tx.manager
      .createQueryBuilder(PurchaseRow, 'purchase')
      .where('purchase.issuer = :issuer AND purchase.sourceId IN (:...sourceIds)', {
        issuer: CORE_ISSUER,
        sourceIds: [...new Set(purchases.map((purchase) => purchase.sourceId))],
      });
    if (this.database.engine === 'mysql') query.setLock('pessimistic_write');
    return query.getMany();
  }
}

function fingerprintOf(row: Omit<PurchaseRow, 'seq'>): string {
  const { memberNo, productCode, occurredAt, amountFen, benefitFen } = row;
  return [memberNo, productCode, occurredAt, amountFen, benefitFen].join('|');
}
