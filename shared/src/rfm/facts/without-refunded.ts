import type { EpochDay } from '../../time/index.ts';

/** A purchase was paid back. Both rows are kept; what counts is restated. */
export interface RefundFact {
  readonly factId: string;
  /** Id of the purchase that was paid back. */
  readonly refundedId: string;
  /** Day (Asia/Shanghai) of the refund; it decides nothing, since the purchase is void on its own day. */
  readonly on: EpochDay;
}

/**
 * The facts without purchases that were paid back later. Variant: a refund voids the purchase at its own date, so
 * amount, frequency, benefit and the last purchase are all restated and no sum turns negative; a refund of a
 * purchase outside the window changes nothing in it (domain.md §1.2 #7). A refund is knowledge, not a matter of
 * the calendar: once it is known, it holds for every asOf.
 *
 * @example
 * withoutRefunded([{ factId: 'a' }, { factId: 'b' }], [{ factId: 'r', refundedId: 'a', on: epochDay(100) }]) // [{ factId: 'b' }]
 */
export function withoutRefunded<Fact extends { readonly factId?: string }>(
  facts: readonly Fact[],
  refunds: readonly RefundFact[],
): readonly Fact[] {
  const refunded = new Set(refunds.map(({ refundedId }) => refundedId));
  return facts.filter(({ factId }) => factId === undefined || !refunded.has(factId));
}
