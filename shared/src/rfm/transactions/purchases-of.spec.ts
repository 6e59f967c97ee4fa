import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fen } from '../../money/index.ts';
import { addDays, epochDay, startOfDay } from '../../time/index.ts';
import {
  afb2023,
  countingRules,
  holdingsOf,
  netInflowOf,
  purchasesOf,
  scoreAfb2023,
  type TransactionFact,
  type TransactionKind,
} from '../index.ts';

const asOf = epochDay(20_781);
const runs = { seed: 4202, numRuns: process.env['SIYU_SIZE'] === 'full' ? 5000 : 200 };

function told(
  kind: TransactionKind,
  factId: string,
  daysAgo: number,
  change: Partial<TransactionFact> = {},
): TransactionFact {
  const on = addDays(asOf, -daysAgo);
  return {
    factId,
    kind,
    on,
    occurredAt: startOfDay(on) + 36_000_000,
    refFactId: null,
    productCode: 'FUND-A',
    targetProductCode: null,
    planId: null,
    amountFen: fen(100_000),
    benefitFen: null,
    ...change,
  };
}
const of = (refFactId: string, yuan?: number) => ({
  refFactId,
  ...(yuan === undefined ? {} : { amountFen: fen(yuan * 100) }),
});
const scored = (facts: readonly TransactionFact[], rules = countingRules) =>
  scoreAfb2023(purchasesOf(facts, rules), asOf);

describe('what transactions amount to', () => {
  it('C-02 row 6: a purchase counts from its confirmation on, on the day it was accepted, over the confirmed amount', () => {
    const bought = told('purchase', 'p', 3);
    expect(purchasesOf([bought])).toEqual([]);
    expect(purchasesOf([told('confirmation', 'c', 1, of('p', 990)), bought])).toEqual([
      { factId: 'p', on: bought.on, amountFen: 99_000, benefitFen: 0 },
    ]);
  });

  it('C-02 row 6: of two confirmations the later one stands, and one of nothing means nothing was bought', () => {
    const bought = told('purchase', 'p', 9);
    const first = told('confirmation', 'c1', 7, of('p', 500));
    const second = told('confirmation', 'c2', 6, of('p', 400));
    expect(purchasesOf([second, first, bought])[0]?.amountFen).toBe(40_000);
    expect(purchasesOf([bought, told('confirmation', 'c3', 5, of('p', 0)), second])).toEqual([]);
  });

  it('C-02 row 7: a refund voids the purchase on its own day, with its income, and never turns a sum negative', () => {
    const facts = [
      told('confirmed_purchase', 'p', 20, { benefitFen: fen(300) }),
      told('confirmed_purchase', 'q', 2, { benefitFen: fen(200) }),
      told('benefit', 'b', 1, of('q', 50)),
    ];
    const refund = told('refund', 'r', 1, of('q'));
    const { amountFen, benefitFen, purchases, lastPurchaseOn } = scored([...facts, refund]);
    expect({ amountFen, benefitFen, purchases, lastPurchaseOn }).toEqual({
      amountFen: 100_000,
      benefitFen: 300,
      purchases: 1,
      lastPurchaseOn: asOf - 20,
    });
  });

  it('C-02 row 7: a refund of a purchase outside the window changes nothing in it', () => {
    const inside = told('confirmed_purchase', 'p', 3, { benefitFen: fen(1) });
    const outside = told('confirmed_purchase', 'old', 400, { benefitFen: fen(9) });
    const { lastPurchaseOn: _, nextChangeOn: __, ...before } = scored([inside, outside]);
    const {
      lastPurchaseOn: ___,
      nextChangeOn: ____,
      ...after
    } = scored([inside, outside, told('refund', 'r', 1, of('old'))]);
    expect(after).toEqual(before);
  });

  it('C-02 row 8: a redemption is no negative purchase; it lowers the net inflow alone', () => {
    const facts = [
      told('confirmed_purchase', 'p', 3),
      told('redemption', 'r', 2, { amountFen: fen(30_000) }),
      told('switch', 's', 2, { targetProductCode: 'FUND-B' }),
    ];
    expect(scored(facts).amountFen).toBe(100_000);
    expect(netInflowOf(facts, addDays(asOf, -10), asOf)).toBe(70_000);
    expect(netInflowOf([...facts, told('refund', 'v', 1, of('r'))], addDays(asOf, -10), asOf)).toBe(100_000);
    expect(netInflowOf(facts, addDays(asOf, -2), asOf)).toBe(-30_000);
  });

  it('C-02 row 9: income may be negative and is kept raw', () => {
    const facts = [
      told('confirmed_purchase', 'p', 3, { benefitFen: fen(100) }),
      told('benefit', 'b', 1, of('p', -4)),
    ];
    expect(purchasesOf(facts)[0]?.benefitFen).toBe(-300);
    expect(scored(facts)).toMatchObject({ benefitFen: -300, benefitBand: 1, benefitNegative: true });
  });

  it('C-02 income that names no purchase counts on its own day and is no purchase', () => {
    const facts = [told('benefit', 'b', 1, { amountFen: fen(700) }), told('confirmed_purchase', 'p', 300)];
    const { benefitFen, purchases, recencyDays } = scored(facts);
    expect({ benefitFen, purchases, recencyDays }).toEqual({
      benefitFen: 700,
      purchases: 1,
      recencyDays: 300,
    });
  });

  it('C-02 income waits for the purchase it names, and follows a claw-back through the income it names', () => {
    const income = told('benefit', 'b', 1, of('p', 7));
    const back = told('benefit', 'back', 1, of('b', -2));
    expect(purchasesOf([income, back])).toEqual([]);
    const bought = told('purchase', 'p', 40);
    expect(purchasesOf([income, back, bought])).toEqual([]);
    const confirmed = told('confirmation', 'c', 39, of('p'));
    expect(purchasesOf([income, back, bought, confirmed])).toEqual([
      { factId: 'p', on: asOf - 40, amountFen: 100_000, benefitFen: 500 },
    ]);
  });

  it('C-02 row 10: each deduction of a plan is a purchase, or by rule the plan is one: 243, 52 and 12 a year', () => {
    const plan = (planId: string, everyDays: number, count: number) =>
      Array.from({ length: count }, (_, index) =>
        told('plan_deduction', `${planId}-${index}`, 1 + index * everyDays, { planId }),
      );
    expect(scored(plan('daily', 1, 243)).frequencyBand).toBe(4);
    expect(scored(plan('weekly', 7, 52)).frequencyBand).toBe(2);
    expect(scored(plan('monthly', 30, 12)).frequencyBand).toBe(1);
    const both = [...plan('a', 7, 52), ...plan('b', 30, 12)];
    const { purchases, amountFen } = scored(both, { ...countingRules, planCounting: 'plan' });
    expect({ purchases, amountFen }).toEqual({ purchases: 2, amountFen: 64 * 100_000 });
  });

  it('C-02 row 11: cash sweeps are no purchases, though their income is income', () => {
    const rules = { ...countingRules, cashSweepProducts: ['CASH'] };
    const facts = [
      told('confirmed_purchase', 'p', 1, { productCode: 'CASH', benefitFen: fen(3) }),
      told('switch', 's', 1, { targetProductCode: 'CASH' }),
      told('redemption', 'r', 1, { productCode: 'CASH' }),
    ];
    const { purchases, amountFen, benefitFen, lastPurchaseOn } = scored(facts, rules);
    expect([purchases, amountFen, benefitFen, lastPurchaseOn]).toEqual([0, 0, 3, null]);
    expect(netInflowOf(facts, addDays(asOf, -5), asOf, rules)).toBe(0);
  });

  it('C-02 row 12: a switch is one purchase of its target without new money, unless the rules count it', () => {
    const facts = [told('switch', 's', 1, { targetProductCode: 'FUND-B' })];
    expect(scored(facts)).toMatchObject({ purchases: 1, amountFen: 0 });
    const counting = { ...countingRules, switchCountsAmount: true };
    expect(scored(facts, counting)).toMatchObject({ purchases: 1, amountFen: 100_000 });
  });

  it('C-02 holdings are the latest snapshot of each product before asOf', () => {
    const facts = [
      told('holding_snapshot', 'a1', 9, { amountFen: fen(5) }),
      told('holding_snapshot', 'a2', 3, { amountFen: fen(8) }),
      told('holding_snapshot', 'b1', 9, { productCode: 'FUND-B', amountFen: fen(6) }),
      told('holding_snapshot', 'b2', 2, { productCode: 'FUND-B', amountFen: fen(0) }),
    ];
    expect([...holdingsOf(facts, asOf)]).toEqual([['FUND-A', 8]]);
    expect([...holdingsOf(facts, addDays(asOf, -5))]).toEqual([
      ['FUND-A', 5],
      ['FUND-B', 6],
    ]);
  });
});

const KINDS: readonly TransactionKind[] = [
  'purchase',
  'confirmed_purchase',
  'confirmation',
  'refund',
  'redemption',
  'switch',
  'plan_deduction',
  'benefit',
];
/** Facts that name each other at random, rings and unknown names included. */
const someFacts = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...KINDS),
      daysAgo: fc.integer({ min: -20, max: 420 }),
      ref: fc.nat(11),
      plan: fc.nat(2),
      product: fc.constantFrom('FUND-A', 'CASH'),
      amount: fc.nat(400_000),
    }),
    { maxLength: 10 },
  )
  .map((rows) =>
    rows.map(({ kind, daysAgo, ref, plan, product, amount }, index) =>
      told(kind, `f${index}`, daysAgo, {
        refFactId: ['confirmation', 'refund', 'benefit'].includes(kind) ? `f${ref}` : null,
        planId: kind === 'plan_deduction' ? `plan-${plan}` : null,
        targetProductCode: kind === 'switch' ? product : null,
        productCode: product,
        amountFen: fen(kind === 'confirmation' ? amount : amount + 1),
        benefitFen: kind === 'confirmed_purchase' ? fen(amount - 200_000) : null,
      }),
    ),
  );
const someRules = fc.record({
  planCounting: fc.constantFrom('each' as const, 'plan' as const),
  switchCountsAmount: fc.boolean(),
  cashSweepProducts: fc.constantFrom([], ['CASH']),
});

describe('properties of what transactions amount to', () => {
  it('C-02 any order and any repetition of the facts gives the same purchases', () => {
    fc.assert(
      fc.property(someFacts, someRules, fc.infiniteStream(fc.nat()), (facts, rules, numbers) => {
        const repeated = [...facts, ...facts.filter((_, index) => index % 2 === 0)];
        const shuffled = repeated
          .map((fact) => ({ fact: { ...fact }, key: numbers.next().value ?? 0 }))
          .sort((one, other) => one.key - other.key)
          .map(({ fact }) => fact);
        expect(purchasesOf(shuffled, rules)).toEqual(purchasesOf(facts, rules));
      }),
      runs,
    );
  });

  it('C-02 the next change of a score is still exact with plans that count once, refunds and bare income', () => {
    const model = { ...afb2023, windowDays: 60 };
    fc.assert(
      fc.property(someFacts, someRules, (facts, rules) => {
        const purchases = purchasesOf(facts, rules);
        const on = (day: number) => {
          const {
            asOf: _,
            recencyDays: __,
            nextChangeOn,
            ...content
          } = scoreAfb2023(purchases, epochDay(day), model);
          return { nextChangeOn, content: JSON.stringify(content) };
        };
        const { nextChangeOn, content } = on(asOf);
        const horizon = Math.min(nextChangeOn ?? asOf + 100, asOf + 100);
        const changed = [];
        for (let day = asOf + 1; day <= horizon; day += 1) if (on(day).content !== content) changed.push(day);
        expect(changed).toEqual(nextChangeOn !== null && nextChangeOn <= horizon ? [nextChangeOn] : []);
      }),
      runs,
    );
  });

  it('C-02 of plans that count once, frequency counts those with a deduction in the window, on every day', () => {
    const deductions = fc.array(fc.tuple(fc.nat(2), fc.integer({ min: -30, max: 120 })), { maxLength: 12 });
    const rules = { ...countingRules, planCounting: 'plan' as const };
    const model = { ...afb2023, windowDays: 30 };
    fc.assert(
      fc.property(deductions, fc.integer({ min: -60, max: 60 }), (rows, shift) => {
        const facts = rows.map(([plan, daysAgo], index) =>
          told('plan_deduction', `d${index}`, daysAgo, { planId: `plan-${plan}` }),
        );
        const day = addDays(asOf, shift);
        const inWindow = facts.filter(({ on }) => on < day && on >= day - model.windowDays);
        const { purchases, amountFen } = scoreAfb2023(purchasesOf(facts, rules), day, model);
        expect(purchases).toBe(new Set(inWindow.map(({ planId }) => planId)).size);
        expect(amountFen).toBe(inWindow.length * 100_000);
      }),
      runs,
    );
  });
});
