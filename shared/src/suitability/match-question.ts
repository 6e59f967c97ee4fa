import type { Investor } from './investor.ts';
import type { InvestorLevel, RiskLevel } from './levels.ts';
import type { NoticeKind } from './match.ts';
import type { MatchedProduct } from './product.ts';

/**
 * Where a product reaches a member. `PUSH`: the firm begins, by message, card, banner, task or list of recommendations.
 * `DISPLAY`: the member looks through what is offered. `OWN_REQUEST`: the member named the product. `PURCHASE`: the
 * member wants to buy it.
 */
export const DOORS = ['PUSH', 'DISPLAY', 'OWN_REQUEST', 'PURCHASE'] as const;
export type Door = (typeof DOORS)[number];

/** A notice that the member read and confirmed; its text and hash stand in its record (REQ-SUIT-13). */
export interface GivenNotice {
  readonly kind: NoticeKind;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Levels of which it spoke: it is worth nothing for others. */
  readonly investorLevel: InvestorLevel | null;
  readonly productLevel: RiskLevel | null;
}

/** What has passed between the member and the firm about this product. */
export interface Asking {
  /** When the member last asked for it; null: never. Epoch milliseconds, as is all below. */
  readonly askedAt: number | null;
  /** When staff first spoke to the member of it without being asked; null: never. */
  readonly contactedAt: number | null;
  readonly notices: readonly GivenNotice[];
}

/** Nobody has spoken of it yet. */
export const NOTHING_ASKED: Asking = { askedAt: null, contactedAt: null, notices: [] };

/** May this product reach this member through this door, now? */
export interface MatchQuestion {
  readonly door: Door;
  /** Epoch milliseconds; the day is that of Shanghai. */
  readonly at: number;
  readonly investor: Investor;
  readonly product: MatchedProduct;
  readonly asking: Asking;
}
