export { TransactionsModule } from './transactions.module.ts';
export { type PurchaseFact, type ReportedPurchase, Transactions } from './transactions.service.ts';
