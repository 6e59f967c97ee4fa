import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from '@jest/globals';
import { describeOnPublicData } from '../../../../tools/public-data.ts';
import { formatYuan, parseYuan } from '../../money/index.ts';
import { parseDay, type EpochDay } from '../../time/index.ts';
import {
  addPurchase,
  noMeasures,
  quintileCuts,
  rfmQuintileFixed,
  scoreQuintile,
  type AfbMeasures,
  type ExactCut,
  type FrozenQuintileCuts,
  type QuintileCuts,
} from '../index.ts';

const day = (text: string): EpochDay => {
  const found = parseDay(text);
  if (found === null) throw new Error(`not a day: ${text}`);
  return found;
};
const asOf = day('2006-12-31');

function rowsOf(path: string): string[][] {
  const [, ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  return lines.map((line) => line.split(','));
}

describeOnPublicData('rfm-orders', (folder) => {
  const customers = new Map<string, AfbMeasures>();
  let cuts: FrozenQuintileCuts;
  beforeAll(() => {
    for (const [id = '', date = '', revenue = ''] of rowsOf(join(folder, 'orders.csv'))) {
      const amountFen = parseYuan(revenue);
      if (amountFen === null) throw new Error(`not an amount: ${revenue}`);
      const purchase = { on: day(date), amountFen, benefitFen: amountFen };
      customers.set(id, addPurchase(customers.get(id) ?? noMeasures, purchase, asOf, Infinity));
    }
    const found = quintileCuts([...customers.values()].map(measuresOf), asOf);
    if (found === null) throw new Error('nobody has bought');
    cuts = found;
  });

  function measuresOf({ lastPurchaseOn, purchases, amountFen }: AfbMeasures) {
    return { recencyDays: lastPurchaseOn === null ? null : asOf - lastPurchaseOn, purchases, amountFen };
  }

  /** A row as it was published: days, orders, revenue, the three scores, the segment. */
  function rowOf(id: string, by: QuintileCuts): string {
    const measures = measuresOf(customers.get(id) ?? noMeasures);
    const { scores, segment } = scoreQuintile(measures, by);
    const score = `${scores?.recency}${scores?.frequency}${scores?.monetary}`;
    const yuan = formatYuan(measures.amountFen).replace('.00', '');
    return [measures.recencyDays, measures.purchases, yuan, score, segment].join(' ');
  }

  it('B-01 all 995 published customers agree: recency, frequency, money, three scores, segment', () => {
    const published = rowsOf(join(folder, 'published_orders.csv'));
    const expected = published.map(([, id, , segment, rfm, orders, recency, spend, r, f, m]) => {
      expect(`${r}${f}${m}`).toBe(rfm);
      return [id, [recency, orders, spend, rfm, segment].join(' ')];
    });
    expect(expected.length).toBe(995);
    expect(customers.size).toBe(995);
    expect(expected.map(([id = '']) => [id, rowOf(id, cuts)])).toEqual(expected);
  });

  it('B-01 the cuts are the published ones', () => {
    const tenths = (each: readonly ExactCut[], unit: number): number[] =>
      each.map(({ whole, part, parts }) => (10 * (whole * parts + part)) / (parts * unit));
    expect(cuts.customers).toBe(995);
    expect(tenths(cuts.recencyDays, 1)).toEqual([1150, 1810, 2974, 4820]);
    expect(tenths(cuts.purchases, 1)).toEqual([40, 50, 60, 80]);
    expect(tenths(cuts.amountFen, 100)).toEqual([2558, 3820, 5064, 6660]);
  });

  it('B-01 the ten segments have the published customers, orders and revenue', () => {
    const totals = new Map<string, [number, number, number]>();
    for (const each of customers.values()) {
      const { segment } = scoreQuintile(measuresOf(each), cuts);
      const [count, orders, revenue] = totals.get(segment) ?? [0, 0, 0];
      totals.set(segment, [count + 1, orders + each.purchases, revenue + each.amountFen / 100]);
    }
    expect(Object.fromEntries(totals)).toEqual({
      'Potential Loyalist': [342, 2211, 204_856],
      'Loyal Customers': [170, 799, 76_562],
      Lost: [148, 393, 35_324],
      'New Customers': [104, 329, 28_837],
      'About To Sleep': [102, 283, 23_449],
      "Can't Lose Them": [47, 274, 32_446],
      Champions: [35, 316, 31_646],
      'At Risk': [28, 216, 22_227],
      'Need Attention': [10, 57, 4562],
      Promising: [9, 28, 4249],
    });
  });

  it('B-01 the fixed cuts change exactly two customers: one at 297 days, one at 506 yuan', () => {
    const { fixedCuts } = rfmQuintileFixed;
    if (fixedCuts === null) throw new Error('the fixed variant has no cuts');
    const changed = [...customers.keys()]
      .filter((id) => rowOf(id, fixedCuts) !== rowOf(id, cuts))
      .map((id) => [rowOf(id, cuts), rowOf(id, fixedCuts)]);
    expect(changed.map((rows) => rows.map((row) => row.split(' ').slice(0, 4)))).toEqual([
      [
        ['297', expect.any(String), expect.any(String), '345'],
        ['297', expect.any(String), expect.any(String), '245'],
      ],
      [
        [expect.any(String), expect.any(String), '506', '443'],
        [expect.any(String), expect.any(String), '506', '444'],
      ],
    ]);
  });
});
