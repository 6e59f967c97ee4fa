import { z } from 'zod';
import { Instant, PublicId } from './primitives.ts';
import { CATALOGUE_KINDS, ITEMS_OFFERED_MAX, REDEMPTION_STATES } from './redemption.limits.ts';

/** An item as one member finds it. */
export const OfferedItem = z
  .object({
    itemId: PublicId,
    kind: z.enum(CATALOGUE_KINDS),
    title: z.string(),
    summary: z.string(),
    points: z.number().int(),
    /** How many are left for everybody. */
    left: z.number().int(),
    perMember: z.number().int(),
    /** How many the member has taken and not given back. */
    taken: z.number().int(),
    until: Instant,
    /** For how many days what is given holds; null: it does not end. */
    validDays: z.number().int().nullable(),
    /** A coupon of the member's own with which it needs no points. */
    couponId: PublicId.nullable(),
  })
  .meta({ id: 'OfferedItem' });
export type OfferedItem = z.infer<typeof OfferedItem>;
export const OfferedItems = z
  .object({
    items: z.array(OfferedItem).max(ITEMS_OFFERED_MAX),
    /** Points the member can spend now. */
    points: z.number().int(),
  })
  .meta({ id: 'OfferedItems' });
export type OfferedItems = z.infer<typeof OfferedItems>;

/** A coupon takes the place of the points. */
export const Redeem = z.object({ itemId: PublicId, couponId: PublicId.nullable() }).meta({ id: 'Redeem' });
export type Redeem = z.infer<typeof Redeem>;
export const Redemption = z
  .object({
    redemptionId: PublicId,
    itemId: PublicId,
    /** What was spent; nothing where a coupon was used. */
    points: z.number().int(),
    state: z.enum(REDEMPTION_STATES),
    redeemedAt: Instant,
  })
  .meta({ id: 'Redemption' });
export type Redemption = z.infer<typeof Redemption>;
