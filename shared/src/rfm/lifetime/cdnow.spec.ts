import { beforeAll, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fen, parseYuan, type Fen } from '../../money/index.ts';
import { epochDay, parseDay, type EpochDay } from '../../time/index.ts';
import {
  expectedPurchases,
  fitBgNbd,
  fitGammaGamma,
  fitParetoNbd,
  lifetimeValue,
  meanSpendFen,
  repeatHistoryOf,
  spendCorrelation,
  type RepeatHistory,
} from '../index.ts';
import { describeOnPublicData } from '../../../../tools/public-data.ts';

interface Customer {
  readonly purchases: { on: EpochDay; amountFen: Fen }[];
  readonly history: RepeatHistory;
}

/** Observed to the end of 1997-09-30; the 39 weeks after are held out. */
const AS_OF = parseDay('1997-10-01') ?? epochDay(0);

function readCustomers(folder: string): Customer[] {
  const purchases = new Map<string, Customer['purchases']>();
  for (const line of readFileSync(`${folder}/CDNOW_sample.txt`, 'utf8').trim().split('\n')) {
    const [, id = '', date = '', , dollars = ''] = line.trim().split(/\s+/);
    const on = parseDay(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`);
    const amountFen = parseYuan(dollars);
    if (on === null || amountFen === null) throw new Error(`not a purchase: ${line}`);
    purchases.set(id, [...(purchases.get(id) ?? []), { on, amountFen }]);
  }
  return [...purchases.values()].map((each) => {
    const history = repeatHistoryOf(each, AS_OF);
    if (history === null) throw new Error('a customer of the panel never bought');
    return { purchases: each, history };
  });
}

/** The research panel of Fader & Hardie. */
describeOnPublicData('cdnow', (folder) => {
  let customers: Customer[] = [];
  let histories: RepeatHistory[] = [];
  let bgNbd = fitBgNbd([]);
  let paretoNbd = fitParetoNbd([]);
  let gammaGamma = fitGammaGamma([]);
  beforeAll(() => {
    customers = readCustomers(folder);
    histories = customers.map(({ history }) => history);
    bgNbd = fitBgNbd(histories);
    paretoNbd = fitParetoNbd(histories);
    gammaGamma = fitGammaGamma(histories);
  });

  it('B-06 rebuilds the published summary of all 2,357 customers from the log of purchases', () => {
    const lines = readFileSync(`${folder}/cdnow_customers_summary.csv`, 'utf8').trim().split('\n').slice(1);
    expect(lines).toHaveLength(2357);
    lines.forEach((line, index) => {
      const [, x = NaN, first = NaN, observed = NaN] = line.split(',').map(Number);
      const history = histories[index];
      expect(history?.repeatPurchases).toBe(x);
      // Published with two decimals.
      expect(Math.abs((history?.weeksFirstToLast ?? NaN) - first)).toBeLessThan(0.005 + 1e-9);
      expect(Math.abs((history?.weeksObserved ?? NaN) - observed)).toBeLessThan(0.005 + 1e-9);
    });
  });

  it('B-06 finds the published parameters and likelihood of BG/NBD', () => {
    if (bgNbd.outcome !== 'fitted') throw new Error(bgNbd.reason);
    expect(bgNbd).toMatchObject({ customers: 2357, repeatBuyers: 946 });
    const { r, alphaWeeks, a, b } = bgNbd.model;
    expect([r, alphaWeeks, a, b].map((value) => value.toFixed(3))).toEqual([
      '0.243',
      '4.414',
      '0.793',
      '2.426',
    ]);
    expect(bgNbd.logLikelihood.toFixed(2)).toBe('-9582.43');
  });

  it('B-06 finds the published parameters and likelihood of Pareto/NBD', () => {
    if (paretoNbd.outcome !== 'fitted') throw new Error(paretoNbd.reason);
    const { r, alphaWeeks, s, betaWeeks } = paretoNbd.model;
    const published = { r: 0.553, alphaWeeks: 10.578, s: 0.606, betaWeeks: 11.669 };
    expect(Math.abs(r - published.r)).toBeLessThan(0.0005);
    expect(Math.abs(alphaWeeks - published.alphaWeeks)).toBeLessThan(0.001);
    expect(Math.abs(s - published.s)).toBeLessThan(0.0005);
    expect(Math.abs(betaWeeks - published.betaWeeks)).toBeLessThan(0.001);
    expect(Math.abs(paretoNbd.logLikelihood - -9594.97)).toBeLessThan(0.01);
  });

  it('B-06 finds the published Gamma-Gamma parameters, correlation and first ten means on the 946 repeat buyers', () => {
    if (gammaGamma.outcome !== 'fitted') throw new Error(gammaGamma.reason);
    const { model } = gammaGamma;
    const { p, q, vFen } = model;
    expect([p.toFixed(2), q.toFixed(2), (vFen / 100).toFixed(2)]).toEqual(['6.25', '3.74', '15.44']);
    expect(gammaGamma.repeatBuyers).toBe(946);
    expect(gammaGamma.correlation?.toFixed(4)).toBe('0.1139');
    // Published from means rounded to cents.
    const inCents = histories
      .filter(({ repeatPurchases }) => repeatPurchases > 0)
      .map(({ repeatPurchases: x, repeatAmountFen }) => ({
        repeatPurchases: x,
        repeatAmountFen: fen(Math.round(repeatAmountFen / x) * x),
      }));
    expect(spendCorrelation(inCents)?.toFixed(6)).toBe('0.113884');
    const means = histories.slice(0, 10).map((history) => (meanSpendFen(model, history) ?? NaN) / 100);
    expect(means.map((mean) => mean.toFixed(2))).toEqual([
      '24.65',
      '18.91',
      '35.17',
      '35.17',
      '35.17',
      '71.46',
      '18.91',
      '35.17',
      '27.28',
      '35.17',
    ]);
  });

  it('B-06 gives the published expectations of a random customer under BG/NBD', () => {
    if (bgNbd.outcome !== 'fitted') throw new Error(bgNbd.reason);
    const newcomer = { repeatPurchases: 0, weeksFirstToLast: 0, weeksObserved: 0 };
    const published = [
      [0.1429, 0.0078],
      [1, 0.0532],
      [3, 0.1506],
      [31.8571, 1.0405],
      [32, 1.0437],
      [78, 1.8576],
    ] as const;
    for (const [weeks, expected] of published) {
      expect(Math.abs(expectedPurchases(bgNbd.model, newcomer, weeks) - expected)).toBeLessThan(0.001);
    }
    const customer = { repeatPurchases: 2, weeksFirstToLast: 30.43, weeksObserved: 38.86 };
    expect(expectedPurchases(bgNbd.model, customer, 39)).toBeCloseTo(1.226, 3);
  });

  it('B-06 gives the published expectation of a frequent buyer under Pareto/NBD', () => {
    if (paretoNbd.outcome !== 'fitted') throw new Error(paretoNbd.reason);
    const customer = { repeatPurchases: 26, weeksFirstToLast: 30.86, weeksObserved: 31 };
    expect(expectedPurchases(paretoNbd.model, customer, 52).toFixed(2)).toBe('25.46');
  });

  it('B-06 predicts 1,653 of the 1,882 purchases that the 39 weeks held out really brought', () => {
    if (bgNbd.outcome !== 'fitted') throw new Error(bgNbd.reason);
    const { model } = bgNbd;
    const predicted = histories.reduce((sum, history) => sum + expectedPurchases(model, history, 39), 0);
    const really = customers.reduce((sum, customer) => sum + heldOut(customer).purchases, 0);
    expect(really).toBe(1882);
    expect(Math.abs(predicted - 1653.9)).toBeLessThan(1);
  });

  it('B-06 covers the money of the 39 weeks held out for more than the 80 % it promises', () => {
    const models = { purchases: bgNbd, spend: gammaGamma };
    const inside = customers.filter((customer) => {
      const answer = lifetimeValue(customer.history, models, 39);
      if (answer.outcome !== 'value') throw new Error(answer.outcome);
      const { low, high } = answer.interval.valueFen;
      const { spentFen } = heldOut(customer);
      return spentFen >= low && spentFen <= high;
    });
    expect(inside.length / customers.length).toBeGreaterThan(0.8);
    process.stderr.write(`CDNOW, held out: ${inside.length} of ${customers.length} inside the interval\n`);
  });
});

function heldOut({ purchases }: Customer): { purchases: number; spentFen: Fen } {
  const later = purchases.filter(({ on }) => on >= AS_OF);
  return {
    purchases: new Set(later.map(({ on }) => on)).size,
    spentFen: fen(later.reduce((sum, { amountFen }) => sum + amountFen, 0)),
  };
}
