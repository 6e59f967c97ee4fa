/** Why a product may not reach a member, in the order in which reasons are told. */
export const MATCH_REASONS = [
  'INFORMATION_REFUSED',
  'NOT_ASSESSED',
  'ASSESSMENT_EXPIRED',
  'FACTS_CHANGED',
  'CALL_BACK_DUE',
  'PRODUCT_UNRATED',
  'PRODUCT_LEVEL_EXPIRED',
  'PRODUCT_NOT_ON_SALE',
  'PRIVATE_PRODUCT',
  'LOWEST_HARD_STOP',
  'LEVEL_TOO_HIGH',
  'GOALS_UNKNOWN',
  'HORIZON',
  'TYPE',
  'ASKING_MISSING',
  'CONTACTED_FIRST',
] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

/** The requirement that a reason stands for. */
export const REQUIREMENT_OF_REASON = {
  INFORMATION_REFUSED: 'REQ-SUIT-10',
  NOT_ASSESSED: 'REQ-SUIT-6',
  ASSESSMENT_EXPIRED: 'REQ-SUIT-6',
  FACTS_CHANGED: 'REQ-SUIT-6',
  CALL_BACK_DUE: 'I-01',
  PRODUCT_UNRATED: 'REQ-SUIT-9',
  PRODUCT_LEVEL_EXPIRED: 'REQ-SUIT-9',
  PRODUCT_NOT_ON_SALE: 'REQ-SUIT-9',
  PRIVATE_PRODUCT: 'REQ-SUIT-12',
  LOWEST_HARD_STOP: 'REQ-SUIT-2',
  LEVEL_TOO_HIGH: 'REQ-SUIT-1',
  GOALS_UNKNOWN: 'REQ-SUIT-5',
  HORIZON: 'REQ-SUIT-5',
  TYPE: 'REQ-SUIT-5',
  ASKING_MISSING: 'REQ-SUIT-3',
  CONTACTED_FIRST: 'REQ-SUIT-3',
} as const satisfies Record<MatchReason, `REQ-SUIT-${number}` | 'I-01'>;

/**
 * What a member has to read and confirm, in this order. Not suitable, special risk warning and confirmation: above the
 * own level (art 19, REQ-SUIT-3). Further information and the particular points of risk: high risk (art 20, REQ-SUIT-4).
 */
export const NOTICE_KINDS = [
  'MORE_INFORMATION',
  'NOT_SUITABLE',
  'SPECIAL_RISK_WARNING',
  'RISK_POINTS',
  'CONFIRMATION',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** The product may reach the member only after notices; whether it may now, `isOpen` tells. */
export interface NeedsWarning {
  readonly verdict: 'NEEDS_WARNING';
  readonly isAboveLevel: boolean;
  /** One more call has to follow the purchase (REQ-SUIT-4). */
  readonly isHighRisk: boolean;
  readonly notices: readonly NoticeKind[];
  /** Those that are still to be given, in their order. */
  readonly due: readonly NoticeKind[];
  /** The instant (epoch milliseconds) until which the member thinks it over; null: over, or not begun. */
  readonly coolsUntil: number | null;
}

/** The answer, with everything that speaks against it and not only the first reason. */
export type Match =
  | { readonly verdict: 'SUITABLE' }
  | { readonly verdict: 'UNSUITABLE'; readonly reasons: readonly MatchReason[] }
  | NeedsWarning;

/**
 * Whether the door opens now.
 *
 * @example
 * isOpen({ verdict: 'SUITABLE' }) // => true
 * isOpen({ verdict: 'UNSUITABLE', reasons: ['LEVEL_TOO_HIGH'] }) // => false
 */
export function isOpen(match: Match): boolean {
  if (match.verdict === 'NEEDS_WARNING') return match.due.length === 0 && match.coolsUntil === null;
  return match.verdict === 'SUITABLE';
}
