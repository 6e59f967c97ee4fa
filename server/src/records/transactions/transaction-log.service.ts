import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { Outbox } from '../../platform/outbox/index.ts';
import { CoreTellings, type CoreVerdict, type FreshFact } from '../identity/index.ts';
import type { NewTransaction } from './check-transaction.ts';
import { factTable, insertFacts } from './fact-table.ts';
import { TRANSACTION_RECORDED, type TransactionRecorded } from './transactions.events.ts';

/** The one writer of transactions: each source id once, all or nothing, the clocks of the members with it. */
@Injectable()
export class TransactionLog {
  constructor(
    private readonly clock: Clock,
    private readonly tellings: CoreTellings,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Writes facts of any customers, at most a few hundred. To be the first act of a transaction.
   * @returns a verdict per fact, in their order.
   */
  async record(
    tx: Transaction,
    facts: readonly NewTransaction[],
    importId: string | null,
  ): Promise<readonly CoreVerdict[]> {
    const { verdicts, fresh } = await this.tellings.settle(tx, facts, factTable);
    await insertFacts(tx.manager, fresh, { recordedAt: this.clock.now(), importId });
    await this.publish(tx, fresh);
    return verdicts;
  }

  private async publish(tx: Transaction, fresh: readonly FreshFact<NewTransaction>[]): Promise<void> {
    if (!this.outbox.hasConsumers(TRANSACTION_RECORDED.type)) return;
    for (const { fact, memberNo, seq } of fresh) {
      if (memberNo === null) continue;
      const payload: TransactionRecorded = { sourceId: fact.sourceId, kind: fact.kind };
      await this.outbox.publish(tx, {
        type: TRANSACTION_RECORDED.type,
        version: 1,
        subjectNo: memberNo,
        subjectSeq: seq,
        occurredAt: fact.occurredAt,
        causationId: null,
        payload,
      });
    }
  }
}
