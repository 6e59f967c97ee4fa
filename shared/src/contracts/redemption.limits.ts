import type { EntitlementKind } from './entitlements.limits.ts';

/** Kind of subject under which items of the catalogue are reviewed and audited. */
export const CATALOGUE_ITEM_SUBJECT = 'catalogue_item';
/** What may stand in the catalogue; gifts only once compliance has decided that there may be any (REQ-INC-2). */
export const CATALOGUE_KINDS = ['COURSE', 'LIVE_SEAT', 'CONSULTATION', 'DATA_RIGHT', 'PHYSICAL'] as const;
export type CatalogueKind = (typeof CATALOGUE_KINDS)[number] & EntitlementKind;
/** Kinds that name something in the app: a path by its code, a live by its id. */
export const KINDS_WITH_TARGET: readonly CatalogueKind[] = ['COURSE', 'LIVE_SEAT'];
export const ITEM_STATES = ['DRAFT', 'IN_REVIEW', 'PUBLISHED', 'WITHDRAWN'] as const;
export type ItemState = (typeof ITEM_STATES)[number];
export const ITEM_TITLE_MIN = 2;
export const ITEM_TITLE_MAX = 30;
export const ITEM_SUMMARY_MAX = 200;
export const ITEM_POINTS_MAX = 100_000;
export const ITEM_VALUE_FEN_MAX = 1_000_000;
export const ITEM_STOCK_MAX = 100_000;
export const ITEM_PER_MEMBER_MAX = 100;
export const ITEM_VALID_DAYS_MAX = 730;
export const ITEM_WITHDRAWAL_REASON_MAX = 200;
/** Offered at once; more than anybody looks through. */
export const ITEMS_OFFERED_MAX = 50;
export const REDEMPTION_STATES = ['DONE', 'CANCELLED'] as const;
export type RedemptionState = (typeof REDEMPTION_STATES)[number];
