import { z } from 'zod';
import { PRODUCT_STATES, PRODUCT_TYPES, RISK_LEVELS } from '../suitability/index.ts';
import { CivilDay, Cursor, Instant, PageQuery, ProductId } from './primitives.ts';
import {
  END_OF_SALE_REASON_MAX,
  PRODUCT_CODE,
  PRODUCT_CODE_MAX,
  PRODUCT_HORIZON_MONTHS_MAX,
  PRODUCT_LEVELS_MAX,
  PRODUCT_NAME_MAX,
  PRODUCT_NAME_MIN,
} from './products.limits.ts';

const Code = z.string().max(PRODUCT_CODE_MAX).regex(PRODUCT_CODE);

/** What a person writes of a product. */
export const ProductDraft = z
  .object({
    code: Code,
    name: z.string().trim().min(PRODUCT_NAME_MIN).max(PRODUCT_NAME_MAX),
    type: z.enum(PRODUCT_TYPES),
    /** Null: not rated yet; nobody is shown it before (REQ-SUIT-9). */
    level: z.enum(RISK_LEVELS).nullable(),
    /** The first day on which the level counts no more. */
    levelValidUntil: CivilDay.nullable(),
    /** How long the money should stay; 0: it may leave at any time. */
    horizonMonths: z.number().int().min(0).max(PRODUCT_HORIZON_MONTHS_MAX).nullable(),
    /** For qualified investors only; a private fund always is (REQ-SUIT-12). */
    isPrivate: z.boolean(),
  })
  .meta({ id: 'ProductDraft' });
export type ProductDraft = z.infer<typeof ProductDraft>;

/** A product as staff see it. */
export const ProductRow = z
  .object({
    productId: ProductId,
    state: z.enum(PRODUCT_STATES),
    draft: ProductDraft,
    /** It has a level, which counts no more: no door opens for it. */
    isLevelExpired: z.boolean(),
    version: z.number().int(),
    sha256: z.string(),
    authorName: z.string(),
    /** Why it is not sold any more. */
    endReason: z.string().nullable(),
    updatedAt: Instant,
  })
  .meta({ id: 'ProductRow' });
export type ProductRow = z.infer<typeof ProductRow>;
export const ProductRows = z
  .object({ rows: z.array(ProductRow), total: z.number().int(), nextCursor: Cursor.nullable() })
  .meta({ id: 'ProductRows' });
export type ProductRows = z.infer<typeof ProductRows>;
/** One level that it had: what two people agreed on, and when. */
export const ProductLevel = z
  .object({
    version: z.number().int(),
    level: z.enum(RISK_LEVELS),
    validUntil: CivilDay,
    deciderName: z.string(),
    decidedAt: Instant,
  })
  .meta({ id: 'ProductLevel' });
export type ProductLevel = z.infer<typeof ProductLevel>;
export const ProductDetail = ProductRow.extend({
  levels: z.array(ProductLevel).max(PRODUCT_LEVELS_MAX),
}).meta({ id: 'ProductDetail' });
export type ProductDetail = z.infer<typeof ProductDetail>;
export const ProductQuery = PageQuery.extend({
  state: z.enum(PRODUCT_STATES).optional(),
  /** The whole code. */
  code: Code.optional(),
});
export type ProductQuery = z.input<typeof ProductQuery>;
/** The hash of what the editor had before them: what somebody else saved since is not overwritten. */
export const SaveProduct = z
  .object({ draft: ProductDraft, seenSha256: z.string().length(64) })
  .meta({ id: 'SaveProduct' });
export type SaveProduct = z.infer<typeof SaveProduct>;
/** For a time, until somebody hands it in again, or for good. */
export const EndSale = z
  .object({ reason: z.string().trim().min(2).max(END_OF_SALE_REASON_MAX), isForGood: z.boolean() })
  .meta({ id: 'EndSale' });
export type EndSale = z.infer<typeof EndSale>;
