/**
 * What a member may hold. A course opens a path that is kept for those who hold it, a live seat reserves a live,
 * consultations, data rights and gifts are vouchers that staff honour, a coupon is one item of the catalogue without
 * points.
 */
export const ENTITLEMENT_KINDS = [
  'COURSE',
  'LIVE_SEAT',
  'CONSULTATION',
  'DATA_RIGHT',
  'PHYSICAL',
  'COUPON',
] as const;
export type EntitlementKind = (typeof ENTITLEMENT_KINDS)[number];
/** Kinds that somebody of staff honours, and marks as used when it is done. */
export const VOUCHER_KINDS: readonly EntitlementKind[] = ['CONSULTATION', 'DATA_RIGHT', 'PHYSICAL'];
/** What gave it: an award of a rule, or points of the member. */
export const ENTITLEMENT_SOURCES = ['AWARD', 'REDEMPTION'] as const;
export type EntitlementSource = (typeof ENTITLEMENT_SOURCES)[number];
/** As it is stored. That it expired is not stored: the moment says so. */
export const ENTITLEMENT_STATES = ['GRANTED', 'USED', 'CANCELLED'] as const;
export type EntitlementState = (typeof ENTITLEMENT_STATES)[number];
/** As it is shown. */
export const ENTITLEMENT_STANDINGS = [...ENTITLEMENT_STATES, 'EXPIRED'] as const;
export type EntitlementStanding = (typeof ENTITLEMENT_STANDINGS)[number];
export const ENTITLEMENT_TITLE_MAX = 60;
/** Of one member, the latest; more than anybody earns in a year. */
export const ENTITLEMENTS_SHOWN = 50;
