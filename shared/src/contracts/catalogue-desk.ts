import { z } from 'zod';
import { Cursor, Instant, PageQuery, PublicId } from './primitives.ts';
import {
  CATALOGUE_KINDS,
  ITEM_PER_MEMBER_MAX,
  ITEM_POINTS_MAX,
  ITEM_STATES,
  ITEM_STOCK_MAX,
  ITEM_SUMMARY_MAX,
  ITEM_TITLE_MAX,
  ITEM_TITLE_MIN,
  ITEM_VALID_DAYS_MAX,
  ITEM_VALUE_FEN_MAX,
  ITEM_WITHDRAWAL_REASON_MAX,
} from './redemption.limits.ts';

/** What a person writes of an item. */
export const ItemDraft = z
  .object({
    kind: z.enum(CATALOGUE_KINDS),
    /** Code of the path or id of the live; null for the other kinds. */
    target: z.string().min(1).max(40).nullable(),
    title: z.string().trim().min(ITEM_TITLE_MIN).max(ITEM_TITLE_MAX),
    summary: z.string().trim().max(ITEM_SUMMARY_MAX),
    points: z.number().int().min(1).max(ITEM_POINTS_MAX),
    /** What it is worth, in fen: what a member may be given in a year is bounded (REQ-INC-2). */
    valueFen: z.number().int().min(0).max(ITEM_VALUE_FEN_MAX),
    stock: z.number().int().min(1).max(ITEM_STOCK_MAX),
    perMember: z.number().int().min(1).max(ITEM_PER_MEMBER_MAX),
    from: Instant,
    until: Instant,
    validDays: z.number().int().min(1).max(ITEM_VALID_DAYS_MAX).nullable(),
  })
  .meta({ id: 'ItemDraft' });
export type ItemDraft = z.infer<typeof ItemDraft>;

/** An item as staff see it. */
export const ItemRow = z
  .object({
    itemId: PublicId,
    state: z.enum(ITEM_STATES),
    draft: ItemDraft,
    /** How many of the stock are taken now. */
    taken: z.number().int(),
    version: z.number().int(),
    sha256: z.string(),
    authorName: z.string(),
    publishedAt: Instant.nullable(),
    withdrawalReason: z.string().nullable(),
    updatedAt: Instant,
  })
  .meta({ id: 'ItemRow' });
export type ItemRow = z.infer<typeof ItemRow>;
export const ItemRows = z
  .object({ rows: z.array(ItemRow), total: z.number().int(), nextCursor: Cursor.nullable() })
  .meta({ id: 'ItemRows' });
export type ItemRows = z.infer<typeof ItemRows>;
export const ItemQuery = PageQuery.extend({ state: z.enum(ITEM_STATES).optional() });
export type ItemQuery = z.input<typeof ItemQuery>;
/** The hash of what the editor had before them: what somebody else saved since is not overwritten. */
export const SaveItem = z
  .object({ draft: ItemDraft, seenSha256: z.string().length(64) })
  .meta({ id: 'SaveItem' });
export type SaveItem = z.infer<typeof SaveItem>;
export const WithdrawItem = z
  .object({ reason: z.string().trim().min(2).max(ITEM_WITHDRAWAL_REASON_MAX) })
  .meta({ id: 'WithdrawItem' });
export type WithdrawItem = z.infer<typeof WithdrawItem>;
