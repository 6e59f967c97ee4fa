import { z } from 'zod';
import type { EventKind } from '../../platform/outbox/index.ts';

/** Outbox event per fact of a linked customer, for modules that react. What it is worth is asked for, not carried. */
export const TRANSACTION_RECORDED = {
  type: 'TransactionRecorded',
  payload: z.object({ sourceId: z.string(), kind: z.string() }),
} as const satisfies EventKind;
export type TransactionRecorded = z.infer<typeof TRANSACTION_RECORDED.payload>;
