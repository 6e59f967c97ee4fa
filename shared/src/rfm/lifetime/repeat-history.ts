import type { Fen } from '../../money/index.ts';

/**
 * When a customer bought, as the purchase models read it. The literature calls `weeksFirstToLast` "recency"; it is
 * last − first, not the now − last that RFM means by the word.
 */
export interface PurchaseTiming {
  /** Days with a purchase after the first such day: x. */
  readonly repeatPurchases: number;
  /** From the first to the last day with a purchase, weeks: t_x. 0 when there was one such day only. */
  readonly weeksFirstToLast: number;
  /** From the first day with a purchase to the last observed day, weeks: T. */
  readonly weeksObserved: number;
}

/** What the lifetime models need to know of a customer who bought at least once. */
export interface RepeatHistory extends PurchaseTiming {
  /** Money of all repeat days together, fen; the first day's is not in it. */
  readonly repeatAmountFen: Fen;
}
