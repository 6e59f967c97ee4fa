import type { Fen } from '../../money/index.ts';
import { isLaterFact } from './is-later-fact.ts';
import type { TransactionFact } from './transaction-fact.ts';

/** What is known of a set of facts once every correction in it has been heard, in whatever order they came. */
export interface RestatedFacts {
  /**
   * The money of a purchase, plan deduction, switch or redemption that took place: confirmed where it needs
   * confirmation, not paid back. Null for one that did not (yet).
   */
  readonly amountOf: (fact: TransactionFact) => Fen | null;
  /** The transaction that brought an income; the income itself when it names none; null while it is unknown or void. */
  readonly originOf: (benefit: TransactionFact) => TransactionFact | null;
}

/**
 * Hears out the corrections. A refund voids what it names, on the day of that; of several confirmations the
 * latest stands (by moment, then by id); a confirmation of nothing means that nothing took place
 * (domain.md §1.2 #6, #7). A correction of something that is not known has no effect until that is told.
 *
 * @param facts each id once
 * @example
 * const bought = { factId: 'p', kind: 'purchase', occurredAt: 0, on: epochDay(0), refFactId: null, productCode: 'F', targetProductCode: null, planId: null, amountFen: fen(500), benefitFen: null } as const;
 * // Null while it is not confirmed.
 * restateFacts([bought]).amountOf(bought) // => null
 * restateFacts([{ ...bought, factId: 'c', kind: 'confirmation', refFactId: 'p', amountFen: fen(490) }, bought]).amountOf(bought) // => 490
 */
export function restateFacts(facts: readonly TransactionFact[]): RestatedFacts {
  const byId = new Map(facts.map((fact) => [fact.factId, fact]));
  const voided = new Set<string>();
  const confirmations = new Map<string, TransactionFact>();
  for (const fact of facts) {
    const { kind, refFactId } = fact;
    if (refFactId === null) continue;
    if (kind === 'refund') voided.add(refFactId);
    if (kind !== 'confirmation') continue;
    const other = confirmations.get(refFactId);
    if (other === undefined || isLaterFact(fact, other)) confirmations.set(refFactId, fact);
  }

  const amountOf = (fact: TransactionFact): Fen | null => {
    if (voided.has(fact.factId)) return null;
    const confirmed = confirmations.get(fact.factId)?.amountFen;
    if (confirmed !== undefined && confirmed !== null) return confirmed > 0 ? confirmed : null;
    return fact.kind === 'purchase' ? null : fact.amountFen;
  };
  const originOf = (benefit: TransactionFact): TransactionFact | null => {
    const seen = new Set<string>();
    let fact = benefit;
    while (fact.kind === 'benefit' || fact.kind === 'confirmation') {
      // Income that names itself in a ring has no origin.
      if (voided.has(fact.factId) || seen.has(fact.factId)) return null;
      if (fact.refFactId === null) return fact;
      seen.add(fact.factId);
      const named = byId.get(fact.refFactId);
      if (named === undefined) return null;
      fact = named;
    }
    return fact.kind === 'refund' || amountOf(fact) === null ? null : fact;
  };
  return { amountOf, originOf };
}
