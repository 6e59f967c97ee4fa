import { z } from 'zod';
import { CivilDay, FenAmount, Instant } from './primitives.ts';
import {
  AMOUNT_FEN_MAX,
  BENEFIT_SOURCES,
  CLOSES_PER_BATCH_MAX,
  INDEX_CODE_MAX,
  PRODUCT_CODE_MAX,
  SOURCE_ID_MAX,
  TRANSACTION_KINDS,
  TRANSACTIONS_PER_BATCH_MAX,
} from './transactions.limits.ts';

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

/** An id of another system: no white space at its ends, no control characters. */
const code = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[^\s\p{Cc}]([^\p{Cc}]*[^\s\p{Cc}])?$/u);

/** One fact of the core system. Which fields a kind needs is told by its verdict, row by row. */
const Told = z.object({
  sourceId: code(SOURCE_ID_MAX),
  kind: z.enum(TRANSACTION_KINDS),
  coreCustomerId: code(64),
  occurredAt: Instant,
  /** The row that this one confirms, pays back or belongs to; it may come later. */
  refSourceId: code(SOURCE_ID_MAX).nullish(),
  productCode: code(PRODUCT_CODE_MAX).nullish(),
  targetProductCode: code(PRODUCT_CODE_MAX).nullish(),
  planId: code(64).nullish(),
  /** Hundredths of the currency's unit: fen, as long as the currency is CNY. */
  amountFen: FenAmount.min(-AMOUNT_FEN_MAX).max(AMOUNT_FEN_MAX).nullish(),
  benefitSource: z.enum(BENEFIT_SOURCES).nullish(),
  /** ISO 4217; CNY unless given. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullish(),
  /** Yuan for one unit of another currency at the mid rate of the day, as decimal text; needed for it alone. */
  midRate: z.string().max(20).nullish(),
});
export const RecordTransactions = z
  .object({ transactions: z.array(Told).min(1).max(TRANSACTIONS_PER_BATCH_MAX) })
  .meta({ id: 'RecordTransactions' });
export type RecordTransactions = z.infer<typeof RecordTransactions>;

/** What became of a row: `code` and the field it is about when it was refused. */
export const RowVerdict = z.object({
  verdict: z.enum(['recorded', 'duplicate', 'refused']),
  code: z.string().nullable(),
  field: z.string().nullable(),
});
/** One verdict per row, in their order. */
export const TransactionVerdicts = z
  .object({
    verdicts: z.array(
      RowVerdict.extend({
        sourceId: z.string(),
        /** Recorded, but no member has linked this customer yet: it counts from that moment on. */
        isWaiting: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'TransactionVerdicts' });
export type TransactionVerdicts = z.infer<typeof TransactionVerdicts>;

/** Closes of stock indexes, one per index and day. */
export const RecordIndexCloses = z
  .object({
    closes: z
      .array(
        z.object({
          date: CivilDay,
          indexCode: code(INDEX_CODE_MAX),
          /** Points as decimal text with at most four decimals, such as `4123.5678`. */
          close: z.string().max(20),
        }),
      )
      .min(1)
      .max(CLOSES_PER_BATCH_MAX),
  })
  .meta({ id: 'RecordIndexCloses' });
export type RecordIndexCloses = z.infer<typeof RecordIndexCloses>;
export const IndexCloseVerdicts = z
  .object({ verdicts: z.array(RowVerdict.extend({ date: CivilDay, indexCode: z.string() })) })
  .meta({ id: 'IndexCloseVerdicts' });
export type IndexCloseVerdicts = z.infer<typeof IndexCloseVerdicts>;
