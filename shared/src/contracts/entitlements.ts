import { z } from 'zod';
import {
  ENTITLEMENT_KINDS,
  ENTITLEMENT_SOURCES,
  ENTITLEMENT_STANDINGS,
  ENTITLEMENTS_SHOWN,
} from './entitlements.limits.ts';
import { CARRIES, Cursor, Instant, PageQuery, PublicId } from './primitives.ts';

/** Something a member holds or held. */
export const Entitlement = z
  .object({
    entitlementId: PublicId,
    kind: z.enum(ENTITLEMENT_KINDS),
    title: z.string(),
    /** Code of a path, id of a live or of an item; null where it leads nowhere in the app. */
    target: z
      .string()
      .nullable()
      .meta({ [CARRIES]: 'ADVICE' }),
    standing: z.enum(ENTITLEMENT_STANDINGS),
    grantedAt: Instant,
    /** Null: it does not end. */
    expiresAt: Instant.nullable(),
    /** When it was used or given back. */
    endedAt: Instant.nullable(),
    source: z.enum(ENTITLEMENT_SOURCES),
  })
  .meta({ id: 'Entitlement' });
export type Entitlement = z.infer<typeof Entitlement>;

/** One of the member's own. */
export const OwnEntitlement = Entitlement.extend({
  /** What it was exchanged for can be given back under this id; null: no longer, or it was no exchange. */
  cancellableId: PublicId.nullable(),
}).meta({ id: 'OwnEntitlement' });
export type OwnEntitlement = z.infer<typeof OwnEntitlement>;
export const OwnEntitlements = z
  .object({ entitlements: z.array(OwnEntitlement), nextCursor: Cursor.nullable() })
  .meta({ id: 'OwnEntitlements' });
export type OwnEntitlements = z.infer<typeof OwnEntitlements>;
export const OwnEntitlementQuery = PageQuery;
export type OwnEntitlementQuery = z.input<typeof OwnEntitlementQuery>;

/** As staff see it. */
export const HeldEntitlement = Entitlement.extend({
  /** Whether it is a voucher that stands. */
  canBeUsed: z.boolean(),
  /** Whoever of staff honoured it. */
  usedByName: z.string().nullable(),
}).meta({ id: 'HeldEntitlement' });
export type HeldEntitlement = z.infer<typeof HeldEntitlement>;
export const HeldEntitlements = z
  .object({ entitlements: z.array(HeldEntitlement).max(ENTITLEMENTS_SHOWN) })
  .meta({ id: 'HeldEntitlements' });
export type HeldEntitlements = z.infer<typeof HeldEntitlements>;
