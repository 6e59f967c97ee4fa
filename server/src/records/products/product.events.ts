import { RISK_LEVELS } from '@siyu/shared/suitability';
import { ProductId } from '@siyu/shared/contracts/primitives';
import { z } from 'zod';
import type { EventKind } from '../../platform/outbox/index.ts';

/** Outbox event: a product that had a level was put on sale with another one. */
export const PRODUCT_LEVEL_CHANGED = {
  type: 'ProductLevelChanged',
  payload: z.object({
    productId: ProductId,
    name: z.string(),
    version: z.number(),
    before: z.enum(RISK_LEVELS),
    level: z.enum(RISK_LEVELS),
    /** Of those whom it concerns the ones up to this number have been told; the next event is about the rest. */
    afterNo: z.number(),
  }),
} as const satisfies EventKind;
