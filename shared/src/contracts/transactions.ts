import { z } from 'zod';
import { FenAmount, Instant } from './primitives.ts';

/** Confirmed purchases from the core system; unique by (issuer, sourceId). */
export const RecordPurchases = z
  .object({
    purchases: z
      .array(
        z.object({
          sourceId: z.string().min(1).max(64),
          coreCustomerId: z.string().min(1).max(64),
          occurredAt: Instant,
          productCode: z.string().min(1).max(32),
          amountFen: FenAmount.min(1),
          benefitFen: FenAmount,
        }),
      )
      .min(1)
      .max(100),
  })
  .meta({ id: 'RecordPurchases' });
export type RecordPurchases = z.infer<typeof RecordPurchases>;
export const PurchaseVerdicts = z
  .object({
    verdicts: z.array(
      z.object({
        sourceId: z.string(),
        verdict: z.enum(['recorded', 'duplicate', 'refused']),
        code: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'PurchaseVerdicts' });
export type PurchaseVerdicts = z.infer<typeof PurchaseVerdicts>;
