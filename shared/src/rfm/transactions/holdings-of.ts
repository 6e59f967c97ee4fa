import type { Fen } from '../../money/index.ts';
import type { EpochDay } from '../../time/index.ts';
import { isLaterFact } from './is-later-fact.ts';
import type { TransactionFact } from './transaction-fact.ts';

/**
 * What a member holds by product: of each product the latest snapshot before asOf (by moment, then by id). A
 * product that was sold is told with a snapshot of zero.
 *
 * @param asOf exclusive day boundary, 00:00 Shanghai
 * @returns fen by product code, products without money left out
 * @example
 * const held = { factId: 'h', kind: 'holding_snapshot', occurredAt: 0, on: epochDay(0), refFactId: null, productCode: 'F', targetProductCode: null, planId: null, amountFen: fen(500), benefitFen: null } as const;
 * Array.from(holdingsOf([held], epochDay(1))) // => [['F', 500]]
 */
export function holdingsOf(facts: readonly TransactionFact[], asOf: EpochDay): ReadonlyMap<string, Fen> {
  const latest = new Map<string, TransactionFact>();
  for (const fact of facts) {
    if (fact.kind !== 'holding_snapshot' || fact.productCode === null || fact.on >= asOf) continue;
    const other = latest.get(fact.productCode);
    if (other === undefined || isLaterFact(fact, other)) latest.set(fact.productCode, fact);
  }
  const holdings = new Map<string, Fen>();
  for (const [productCode, { amountFen }] of latest) {
    if (amountFen !== null && amountFen !== 0) holdings.set(productCode, amountFen);
  }
  return holdings;
}
