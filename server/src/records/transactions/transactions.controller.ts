import { Body, Controller } from '@nestjs/common';
import { PurchaseVerdicts, RecordPurchases } from '@siyu/shared/contracts/transactions';
import { transactionsRoutes } from '@siyu/shared/contracts/transactions.routes';
import { Database } from '../../platform/database/index.ts';
import { Access, Bind } from '../../platform/http/index.ts';
import { Transactions } from './transactions.service.ts';

@Controller()
export class TransactionsController {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
  ) {}

  @Bind(transactionsRoutes.recordPurchases, { response: PurchaseVerdicts })
  @Access({ audience: 'machine' })
  async recordPurchases(@Body({ schema: RecordPurchases }) body: RecordPurchases): Promise<PurchaseVerdicts> {
    const verdicts = await this.database.runInTransaction((tx) =>
      this.transactions.record(tx, body.purchases),
    );
    return { verdicts: [...verdicts] };
  }
}
