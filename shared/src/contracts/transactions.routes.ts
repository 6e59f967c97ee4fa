import { defineRoute } from './route.ts';
import type { PurchaseVerdicts, RecordPurchases } from './transactions.ts';

export const transactionsRoutes = {
  recordPurchases: defineRoute<{ body: RecordPurchases }, PurchaseVerdicts>(
    'transactions.recordPurchases',
    'machine',
    'POST',
    '/v1/core/purchases',
  ),
} as const;
