import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.ts';
import { CoreBatches } from './core-batches.service.ts';
import { FactReader } from './fact-reader.ts';
import { IndexCloseImport } from './index-close-import.ts';
import { IndexCloses } from './index-closes.service.ts';
import { TransactionImport } from './transaction-import.ts';
import { TransactionLog } from './transaction-log.service.ts';
import { TransactionsController } from './transactions.controller.ts';
import { Transactions } from './transactions.service.ts';

@Module({
  imports: [IdentityModule],
  controllers: [TransactionsController],
  providers: [
    CoreBatches,
    FactReader,
    IndexCloseImport,
    IndexCloses,
    TransactionImport,
    TransactionLog,
    Transactions,
  ],
  exports: [IndexCloses, Transactions],
})
export class TransactionsModule {}
