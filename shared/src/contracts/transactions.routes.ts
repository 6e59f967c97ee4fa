import { defineRoute } from './route.ts';
import type {
  IndexCloseVerdicts,
  PurchaseVerdicts,
  RecordIndexCloses,
  RecordPurchases,
  RecordTransactions,
  TransactionVerdicts,
} from './transactions.ts';

export const transactionsRoutes = {
  /** Purchases that are confirmed already, of linked customers only. */
  recordPurchases: defineRoute<{ body: RecordPurchases }, PurchaseVerdicts>(
    'transactions.recordPurchases',
    'machine',
    'POST',
    '/v1/core/purchases',
  ),
  /** Any fact of any customer, in any order; the same rows as an import file has. */
  recordTransactions: defineRoute<{ body: RecordTransactions }, TransactionVerdicts>(
    'transactions.recordTransactions',
    'machine',
    'POST',
    '/v1/core/transactions',
  ),
  recordIndexCloses: defineRoute<{ body: RecordIndexCloses }, IndexCloseVerdicts>(
    'transactions.recordIndexCloses',
    'machine',
    'POST',
    '/v1/core/index-closes',
  ),
} as const;
