export { type ToldTransaction } from './check-transaction.ts';
export { type Close, IndexCloses } from './index-closes.service.ts';
export { TransactionsModule } from './transactions.module.ts';
export { type ReportedPurchase, Transactions } from './transactions.service.ts';
