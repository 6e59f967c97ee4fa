import { Body, Controller } from '@nestjs/common';
import {
  IndexCloseVerdicts,
  PurchaseVerdicts,
  RecordIndexCloses,
  RecordPurchases,
  RecordTransactions,
  TransactionVerdicts,
} from '@siyu/shared/contracts/transactions';
import { transactionsRoutes } from '@siyu/shared/contracts/transactions.routes';
import { Database } from '../../platform/database/index.ts';
import { Access, Bind } from '../../platform/http/index.ts';
import { CoreBatches } from './core-batches.service.ts';
import { Transactions } from './transactions.service.ts';

@Controller()
export class TransactionsController {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly batches: CoreBatches,
  ) {}

  @Bind(transactionsRoutes.recordPurchases, { response: PurchaseVerdicts })
  @Access({ audience: 'machine' })
  async recordPurchases(@Body({ schema: RecordPurchases }) body: RecordPurchases): Promise<PurchaseVerdicts> {
    const verdicts = await this.database.runInTransaction((tx) =>
      this.transactions.record(tx, body.purchases),
    );
    return { verdicts: [...verdicts] };
  }

  @Bind(transactionsRoutes.recordTransactions, { response: TransactionVerdicts })
  @Access({ audience: 'machine' })
  recordTransactions(
    @Body({ schema: RecordTransactions }) body: RecordTransactions,
  ): Promise<TransactionVerdicts> {
    return this.batches.recordTransactions(body);
  }

  @Bind(transactionsRoutes.recordIndexCloses, { response: IndexCloseVerdicts })
  @Access({ audience: 'machine' })
  recordIndexCloses(
    @Body({ schema: RecordIndexCloses }) body: RecordIndexCloses,
  ): Promise<IndexCloseVerdicts> {
    return this.batches.recordIndexCloses(body);
  }
}
