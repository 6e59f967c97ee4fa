import { addFen, fen, type Fen } from '../../money/index.ts';
import type { EpochDay } from '../../time/index.ts';
import type { Purchase } from '../afb/purchase.ts';
import { uniqueFacts } from '../facts/unique-facts.ts';
import { countingRules, type CountingRules } from './counting-rules.ts';
import { restateFacts, type RestatedFacts } from './restated-facts.ts';
import type { TransactionFact } from './transaction-fact.ts';

/**
 * The purchases that a member's facts amount to, restated by every correction among them (domain.md §1.2 #6–#12):
 * - of the day on which the application was accepted, over the confirmed amount; not before it is confirmed;
 * - none for what was paid back, and none for cash sweeps;
 * - a switch counts once and brings no new money, unless the rules say so;
 * - of a plan each deduction, or by rule the last one alone, the others being money only;
 * - income that names a transaction belongs to it, on its day, for as long as it stands; income of its own is money only.
 *
 * The order of the facts does not matter and a fact told twice counts once.
 *
 * @param facts of one member, in any order
 * @returns ordered by day, then by id
 * @throws RangeError when a sum leaves the safe range, or two facts share an id and differ
 * @example
 * const bought = { factId: 'p', kind: 'confirmed_purchase', occurredAt: 0, on: epochDay(0), refFactId: null, productCode: 'F', targetProductCode: null, planId: null, amountFen: fen(500), benefitFen: fen(7) } as const;
 * purchasesOf([bought]) // => [{ factId: 'p', on: 0, amountFen: 500, benefitFen: 7 }]
 * purchasesOf([{ ...bought, factId: 'r', kind: 'refund', refFactId: 'p' }, bought]) // => []
 */
export function purchasesOf(
  facts: readonly TransactionFact[],
  rules: CountingRules = countingRules,
): readonly Purchase[] {
  const known = uniqueFacts(facts);
  const restated = restateFacts(known);
  const benefits = sumBenefits(known, restated);
  const successors = rules.planCounting === 'plan' ? nextDeductions(known, restated, rules) : null;
  const purchases: Purchase[] = [];
  for (const fact of known) {
    const { factId, on } = fact;
    const benefitFen = benefits.get(factId) ?? fen(0);
    const amountFen = isPurchase(fact) ? restated.amountOf(fact) : null;
    if (amountFen === null || isCashSweep(fact, rules)) {
      if (benefitFen !== 0) purchases.push({ factId, on, amountFen: fen(0), benefitFen, isMoneyOnly: true });
      continue;
    }
    const supersededOn = successors?.get(factId);
    purchases.push({
      factId,
      on,
      amountFen: fact.kind === 'switch' && !rules.switchCountsAmount ? fen(0) : amountFen,
      benefitFen,
      ...(supersededOn === undefined ? {} : { supersededOn }),
    });
  }
  return purchases.sort((one, other) => one.on - other.on || compareIds(one.factId, other.factId));
}

function isPurchase({ kind }: TransactionFact): boolean {
  return (
    kind === 'purchase' || kind === 'confirmed_purchase' || kind === 'plan_deduction' || kind === 'switch'
  );
}

function isCashSweep(fact: TransactionFact, { cashSweepProducts }: CountingRules): boolean {
  const bought = fact.kind === 'switch' ? fact.targetProductCode : fact.productCode;
  return bought !== null && cashSweepProducts.includes(bought);
}

/** Income by the fact on whose day it counts. */
function sumBenefits(
  facts: readonly TransactionFact[],
  { amountOf, originOf }: RestatedFacts,
): ReadonlyMap<string, Fen> {
  const sums = new Map<string, Fen>();
  const add = (factId: string, benefitFen: Fen | null): void => {
    if (benefitFen !== null) sums.set(factId, addFen(sums.get(factId) ?? fen(0), benefitFen));
  };
  for (const fact of facts) {
    if (fact.kind === 'benefit') {
      const origin = originOf(fact);
      if (origin !== null) add(origin.factId, fact.amountFen);
    } else if (fact.kind === 'confirmed_purchase' && amountOf(fact) !== null) {
      add(fact.factId, fact.benefitFen);
    }
  }
  return sums;
}

/** Of each deduction that has one: the day of the next deduction of its plan. */
function nextDeductions(
  facts: readonly TransactionFact[],
  { amountOf }: RestatedFacts,
  rules: CountingRules,
): ReadonlyMap<string, EpochDay> {
  const plans = new Map<string, TransactionFact[]>();
  for (const fact of facts) {
    if (fact.kind !== 'plan_deduction' || fact.planId === null) continue;
    if (amountOf(fact) === null || isCashSweep(fact, rules)) continue;
    const plan = plans.get(fact.planId);
    if (plan === undefined) plans.set(fact.planId, [fact]);
    else plan.push(fact);
  }
  const next = new Map<string, EpochDay>();
  for (const plan of plans.values()) {
    plan.sort((one, other) => one.on - other.on || compareIds(one.factId, other.factId));
    plan.forEach(({ factId }, at) => {
      const successor = plan[at + 1];
      if (successor !== undefined) next.set(factId, successor.on);
    });
  }
  return next;
}

function compareIds(one = '', other = ''): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
