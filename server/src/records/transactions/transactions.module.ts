import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.ts';
import { TransactionsController } from './transactions.controller.ts';
import { Transactions } from './transactions.service.ts';

@Module({
  imports: [IdentityModule],
  controllers: [TransactionsController],
  providers: [Transactions],
  exports: [Transactions],
})
export class TransactionsModule {}
