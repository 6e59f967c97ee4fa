import { describe, expect, it } from '@jest/globals';
import { fen } from '../../money/index.ts';
import { epochDay } from '../../time/index.ts';
import {
  countingRules,
  holdingsOf,
  netInflowOf,
  purchasesOf,
  type CountingRules,
  type TransactionFact,
  type TransactionKind,
} from '../index.ts';

const asOf = epochDay(100);
const sweeping: CountingRules = { ...countingRules, cashSweepProducts: ['CASH'] };

function told(
  kind: TransactionKind,
  factId: string,
  on: number,
  change: Partial<TransactionFact> = {},
): TransactionFact {
  return {
    factId,
    kind,
    on: epochDay(on),
    occurredAt: on,
    refFactId: null,
    productCode: 'FUND',
    targetProductCode: null,
    planId: null,
    amountFen: fen(100),
    benefitFen: null,
    ...change,
  };
}
const bothWays = <T>(facts: readonly TransactionFact[], of: (facts: readonly TransactionFact[]) => T): T => {
  const found = of(facts);
  expect(of([...facts].reverse())).toEqual(found);
  return found;
};

describe('facts of one moment, and the edges of days', () => {
  it('B-07 purchases are ordered by day and then by id, whatever the order in which they were told', () => {
    const facts = [
      told('confirmed_purchase', 'b', 9),
      told('confirmed_purchase', 'a', 9),
      told('confirmed_purchase', 'c', 8),
    ];
    expect(bothWays(facts, purchasesOf).map(({ factId }) => factId)).toEqual(['c', 'a', 'b']);
  });

  it('B-07 of two confirmations of one moment the greater id stands, and a later moment beats any id', () => {
    const bought = told('purchase', 'p', 5);
    const confirmed = (factId: string, occurredAt: number, amount: number) =>
      told('confirmation', factId, 6, { refFactId: 'p', occurredAt, amountFen: fen(amount) });
    const amount = (...facts: TransactionFact[]) => bothWays([bought, ...facts], purchasesOf)[0]?.amountFen;
    expect(amount(confirmed('c1', 7, 1), confirmed('c2', 7, 2))).toBe(2);
    expect(amount(confirmed('c1', 8, 1), confirmed('c2', 7, 2))).toBe(1);
  });

  it('B-07 a confirmation without an amount leaves what was told before', () => {
    const confirmation = told('confirmation', 'c', 6, { refFactId: 'p', amountFen: null });
    expect(purchasesOf([told('purchase', 'p', 5), confirmation])).toEqual([]);
    expect(purchasesOf([told('confirmed_purchase', 'p', 5), confirmation])[0]?.amountFen).toBe(100);
  });

  it('B-07 the latest snapshot before as-of is held: by moment, of one moment by id; that of as-of is not yet', () => {
    const held = (factId: string, occurredAt: number, amount: number | null, more = {}) =>
      told('holding_snapshot', factId, 99, {
        occurredAt,
        amountFen: amount === null ? null : fen(amount),
        ...more,
      });
    const of = (...facts: TransactionFact[]) => bothWays(facts, (each) => [...holdingsOf(each, asOf)]);
    expect(of(held('h1', 5, 1), held('h2', 5, 2))).toEqual([['FUND', 2]]);
    expect(of(held('h1', 6, 1), held('h2', 5, 2))).toEqual([['FUND', 1]]);
    expect(of(held('h1', 5, 1), held('h2', 6, 2, { on: asOf }))).toEqual([['FUND', 1]]);
    expect(of(held('h1', 5, 1), held('h2', 6, 0))).toEqual([]);
    expect(of(held('h1', 5, null), held('h2', 5, 3, { productCode: null }))).toEqual([]);
    expect(of(told('confirmed_purchase', 'p', 9))).toEqual([]);
  });

  it('B-07 the net inflow sees its first day and not its last, plans and switches as they are, sweeps not at all', () => {
    const inflow = (rules: CountingRules, ...facts: TransactionFact[]) =>
      bothWays(facts, (each) => netInflowOf(each, epochDay(10), epochDay(20), rules));
    const days = [9, 10, 19, 20].map((on) =>
      told('confirmed_purchase', `p${on}`, on, { amountFen: fen(on) }),
    );
    expect(inflow(countingRules, ...days)).toBe(29);
    expect(inflow(countingRules, told('plan_deduction', 'd', 12), told('switch', 's', 12))).toBe(100);
    const confirmation = told('confirmation', 'c', 13, { refFactId: 'p', amountFen: fen(60) });
    expect(inflow(countingRules, told('purchase', 'p', 12), confirmation)).toBe(60);
    const swept = { productCode: 'CASH' };
    const noise = [
      told('confirmed_purchase', 'x', 12, swept),
      told('redemption', 'y', 13, { ...swept, amountFen: fen(7) }),
    ];
    expect(inflow(sweeping, ...noise)).toBe(0);
    expect(inflow(countingRules, ...noise)).toBe(93);
    expect(inflow(sweeping, told('confirmed_purchase', 'z', 12, { productCode: null }))).toBe(100);
  });

  it('B-07 a deduction gives way to the next of its own plan that took place, sweeps and voided ones passed over', () => {
    const plan = (factId: string, on: number, more = {}) =>
      told('plan_deduction', factId, on, { planId: 'P', ...more });
    const rules: CountingRules = { ...sweeping, planCounting: 'plan' };
    const superseded = (...facts: TransactionFact[]) =>
      bothWays(facts, (each) =>
        purchasesOf(each, rules).map(({ factId, supersededOn }) => [factId, supersededOn ?? null]),
      );
    expect(superseded(plan('b', 12), plan('a', 12), plan('c', 11))).toEqual([
      ['c', 12],
      ['a', 12],
      ['b', null],
    ]);
    expect(superseded(plan('a', 11), plan('b', 12), told('refund', 'r', 12, { refFactId: 'b' }))).toEqual([
      ['a', null],
    ]);
    expect(superseded(plan('a', 11), plan('b', 12, { productCode: 'CASH' }))).toEqual([['a', null]]);
    expect(superseded(plan('a', 11), plan('b', 12, { planId: 'Q' }))).toEqual([
      ['a', null],
      ['b', null],
    ]);
    expect(superseded(plan('a', 11, { planId: null }), plan('b', 12, { planId: null }))).toEqual([
      ['a', null],
      ['b', null],
    ]);
    expect(superseded(plan('a', 11), told('confirmed_purchase', 'p', 12, { planId: 'P' }))).toEqual([
      ['a', null],
      ['p', null],
    ]);
  });

  it('B-07 income without an amount, or of a refund, or in a ring, adds nothing; that of a swept purchase is money only', () => {
    const income = (refFactId: string | null, factId = 'i', amount: number | null = 5) =>
      told('benefit', factId, 12, { refFactId, amountFen: amount === null ? null : fen(amount) });
    expect(purchasesOf([income(null, 'i', null)])).toEqual([]);
    expect(purchasesOf([income(null, 'i', 0)])).toEqual([]);
    expect(purchasesOf([income('r'), told('refund', 'r', 11, { refFactId: 'p' })])).toEqual([]);
    expect(purchasesOf([income('j'), income('i', 'j')])).toEqual([]);
    expect(
      purchasesOf([
        income('x'),
        told('refund', 'r', 13, { refFactId: 'i' }),
        told('confirmed_purchase', 'x', 11),
      ]),
    ).toEqual([{ factId: 'x', on: 11, amountFen: 100, benefitFen: 0 }]);
    expect(
      purchasesOf([income('x'), told('confirmed_purchase', 'x', 11, { productCode: 'CASH' })], sweeping),
    ).toEqual([{ factId: 'x', on: 11, amountFen: 0, benefitFen: 5, isMoneyOnly: true }]);
  });

  it('B-07 no product is a cash sweep unless the rules name it, and each deduction counts', () => {
    expect(countingRules).toEqual({
      planCounting: 'each',
      switchCountsAmount: false,
      cashSweepProducts: [],
    });
  });
});
