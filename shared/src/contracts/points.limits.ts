/** Where points of a member can be. Every movement takes them out of one of these and puts them into another. */
export const POINT_ACCOUNTS = [
  'ISSUANCE',
  'PENDING',
  'AVAILABLE',
  'REDEEMED',
  'EXPIRED',
  'REVERSED',
] as const;
export type PointAccount = (typeof POINT_ACCOUNTS)[number];

/** What moves points. `LAPSED`: the account of the member was closed. */
export const POINT_POSTINGS = [
  'EARNED',
  'RELEASED',
  'REDEEMED',
  'RETURNED',
  'EXPIRED',
  'REVERSED',
  'LAPSED',
] as const;
export type PointPosting = (typeof POINT_POSTINGS)[number];

/** What a posting came from; the module that owns the source says what it was. */
export const POINT_SOURCES = ['AWARD', 'REDEMPTION', 'EXPIRY', 'CLOSING'] as const;
export type PointSource = (typeof POINT_SOURCES)[number];

/** Why an award was taken back. */
export const POINT_REVERSAL_REASONS = ['FACT_WITHDRAWN', 'RULE_MISTAKEN'] as const;
export type PointReversalReason = (typeof POINT_REVERSAL_REASONS)[number];

/** Of one award or one redemption. */
export const POINTS_MAX = 1_000_000;
