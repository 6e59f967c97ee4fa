import { addFen, fen, type Fen } from '../../money/index.ts';
import type { EpochDay } from '../../time/index.ts';
import { uniqueFacts } from '../facts/unique-facts.ts';
import { countingRules, type CountingRules } from './counting-rules.ts';
import { restateFacts } from './restated-facts.ts';
import type { TransactionFact } from './transaction-fact.ts';

/**
 * Money that came in less money that left over [fromDay, toDay): confirmed purchases and plan deductions less
 * redemptions, each on its own day and restated by its corrections. Switches move nothing in or out; cash sweeps
 * and their redemptions are noise on both sides. A redemption lowers this measure only, never the amount of the
 * score (domain.md §1.2 #8).
 *
 * @returns fen; negative when more left than came
 * @throws RangeError when the sum leaves the safe range
 * @example
 * const left = { factId: 'r', kind: 'redemption', occurredAt: 0, on: epochDay(5), refFactId: null, productCode: 'F', targetProductCode: null, planId: null, amountFen: fen(500), benefitFen: null } as const;
 * netInflowOf([left], epochDay(0), epochDay(6)) // => -500
 */
export function netInflowOf(
  facts: readonly TransactionFact[],
  fromDay: EpochDay,
  toDay: EpochDay,
  rules: CountingRules = countingRules,
): Fen {
  const known = uniqueFacts(facts);
  const { amountOf } = restateFacts(known);
  let sum = fen(0);
  for (const fact of known) {
    const sign = SIGNS.get(fact.kind);
    if (sign === undefined || fact.on < fromDay || fact.on >= toDay) continue;
    if (fact.productCode !== null && rules.cashSweepProducts.includes(fact.productCode)) continue;
    sum = addFen(sum, fen(sign * (amountOf(fact) ?? 0)));
  }
  return sum;
}

const SIGNS: ReadonlyMap<TransactionFact['kind'], 1 | -1> = new Map([
  ['purchase', 1],
  ['confirmed_purchase', 1],
  ['plan_deduction', 1],
  ['redemption', -1],
]);
