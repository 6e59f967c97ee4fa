import { z } from 'zod';
import { MATCH_REASONS, NOTICE_KINDS, PRODUCT_TYPES, RISK_LEVELS } from '../suitability/index.ts';
import { CARRIES, CivilDay, Cursor, Instant, PageQuery, ProductId } from './primitives.ts';
import {
  ASKED_PRODUCTS_MAX,
  BEARABLE_LOSSES,
  NEEDED_IN,
  NOTICE_DWELL_MS_MAX,
  PURCHASE_STATES,
  SHARES_OF_ASSETS,
  SHOWN_PRODUCTS_MAX,
} from './product-shelf.limits.ts';
import { PRODUCT_NAME_MAX } from './products.limits.ts';

/** What is said of a product before anything was read of its risk. */
export const NamedProduct = z
  .object({ productId: ProductId, code: z.string(), name: z.string(), level: z.enum(RISK_LEVELS) })
  .meta({ id: 'NamedProduct' });
export type NamedProduct = z.infer<typeof NamedProduct>;
export const ProductTerms = z
  .object({
    type: z.enum(PRODUCT_TYPES),
    /** How long the money should stay; 0: it may leave at any time. */
    horizonMonths: z.number().int(),
    isPrivate: z.boolean(),
    /** The first day on which the level counts no more. */
    levelValidUntil: CivilDay,
  })
  .meta({ id: 'ProductTerms' });
export type ProductTerms = z.infer<typeof ProductTerms>;
export const ShownProduct = NamedProduct.extend({ terms: ProductTerms }).meta({ id: 'ShownProduct' });
export type ShownProduct = z.infer<typeof ShownProduct>;

/** Products that suit the member; nobody else's are among them. */
export const ShownProducts = z
  .object({
    products: z.array(ShownProduct).max(SHOWN_PRODUCTS_MAX),
    nextCursor: Cursor.nullable(),
    /** What keeps every product from the member: the questionnaire to be answered, a call to come. */
    reasons: z.array(z.enum(MATCH_REASONS)),
    /** Those that the member named above the own level, while the asking counts; on the first page only. */
    asked: z.array(NamedProduct).max(ASKED_PRODUCTS_MAX),
  })
  .meta({ id: 'ShownProducts' });
export type ShownProducts = z.infer<typeof ShownProducts>;
export const ShownProductQuery = PageQuery;
export type ShownProductQuery = z.input<typeof ShownProductQuery>;

/** The member names a product: its code, or its whole name. */
export const AskForProduct = z
  .object({
    named: z
      .string()
      .trim()
      .min(1)
      .max(PRODUCT_NAME_MAX)
      .meta({ [CARRIES]: 'PRODUCT' }),
  })
  .meta({ id: 'AskForProduct' });
export type AskForProduct = z.infer<typeof AskForProduct>;

/** A text to be read to its end and confirmed: what is confirmed is its hash. */
export const NoticeDocument = z
  .object({
    kind: z.enum(NOTICE_KINDS),
    version: z.number().int(),
    sha256: z.string().length(64),
    text: z.string(),
  })
  .meta({ id: 'NoticeDocument' });
export type NoticeDocument = z.infer<typeof NoticeDocument>;
export const ProductPage = z
  .object({
    product: NamedProduct,
    /** Null: not before the notices are read. */
    terms: ProductTerms.nullable(),
    /** The member named it, and the asking counts until then. */
    askedUntil: Instant.nullable(),
    isAboveLevel: z.boolean(),
    isHighRisk: z.boolean(),
    /** What is read before buying, in its order. */
    steps: z.array(z.object({ kind: z.enum(NOTICE_KINDS), isGiven: z.boolean() })),
    next: NoticeDocument.nullable(),
    purchase: z.enum(PURCHASE_STATES),
    /** Why not, where it is refused. */
    reasons: z.array(z.enum(MATCH_REASONS)),
    coolsUntil: Instant.nullable(),
    clearedUntil: Instant.nullable(),
  })
  .meta({ id: 'ProductPage' });
export type ProductPage = z.infer<typeof ProductPage>;

/** What is told before a product of high risk (REQ-SUIT-4). */
export const MoreInformation = z
  .object({
    shareOfAssets: z.enum(SHARES_OF_ASSETS),
    bearableLoss: z.enum(BEARABLE_LOSSES),
    neededIn: z.enum(NEEDED_IN),
  })
  .meta({ id: 'MoreInformation' });
export type MoreInformation = z.infer<typeof MoreInformation>;
/** The member has read the text with this hash to its end, and confirms it. */
export const ConfirmNotice = z
  .object({
    kind: z.enum(NOTICE_KINDS),
    sha256: z.string().length(64),
    /** How long it was open, as the phone counted; the server holds it against its own clock. */
    dwellMs: z.number().int().min(0).max(NOTICE_DWELL_MS_MAX),
    hasReachedEnd: z.boolean(),
    /** Of the notice that asks for them; null with all others. */
    answers: MoreInformation.nullable(),
  })
  .meta({ id: 'ConfirmNotice' });
export type ConfirmNotice = z.infer<typeof ConfirmNotice>;
