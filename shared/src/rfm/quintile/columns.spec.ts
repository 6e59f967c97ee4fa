import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fen } from '../../money/index.ts';
import { epochDay } from '../../time/index.ts';
import {
  addPurchase,
  cutColumns,
  noMeasures,
  quintileCuts,
  rfmQuintileFixed,
  scoreColumns,
  scoreQuintile,
  sumColumns,
  type PurchaseColumns,
  type QuintileMeasures,
} from '../index.ts';

const asOf = epochDay(20_781);
const POPULATION = 12;
type Row = readonly [customer: number, day: number, amountFen: number];

function columnsOf(rows: readonly Row[]): PurchaseColumns {
  return {
    customers: Uint32Array.from(rows, ([customer]) => customer),
    days: Int32Array.from(rows, ([, day]) => day),
    amountsFen: Float64Array.from(rows, ([, , amount]) => amount),
  };
}

/** The same population customer by customer. */
function oneByOne(rows: readonly Row[], windowDays: number | null): QuintileMeasures[] {
  return Array.from({ length: POPULATION }, (_, customer) => {
    const { lastPurchaseOn, purchases, amountFen } = rows
      .filter(([each]) => each === customer)
      .reduce(
        (sums, [, day, amount]) =>
          addPurchase(
            sums,
            { on: epochDay(day), amountFen: fen(amount), benefitFen: fen(0) },
            asOf,
            windowDays ?? Number.POSITIVE_INFINITY,
          ),
        noMeasures,
      );
    return { recencyDays: lastPurchaseOn === null ? null : asOf - lastPurchaseOn, purchases, amountFen };
  });
}

const rows = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: POPULATION - 1 }),
    fc.integer({ min: asOf - 120, max: asOf + 3 }),
    fc.integer({ min: -50, max: 100_000 }),
  ),
  { maxLength: 60 },
);

describe('a population in columns', () => {
  it('B-10 has the measures, cuts and scores that its customers have one by one', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(null, 1, 30, 90), (given, windowDays) => {
        const measures = sumColumns(columnsOf(given), POPULATION, asOf, windowDays);
        const expected = oneByOne(given, windowDays);
        expect([...measures.recencyDays]).toEqual(expected.map(({ recencyDays }) => recencyDays ?? Infinity));
        expect([...measures.purchases]).toEqual(expected.map(({ purchases }) => purchases));
        expect([...measures.amountFen]).toEqual(expected.map(({ amountFen }) => amountFen));
        const cuts = quintileCuts(expected, asOf);
        expect(cutColumns(measures, asOf)).toEqual(cuts);
        for (const each of [cuts, rfmQuintileFixed.fixedCuts]) {
          if (each === null) continue;
          expect([...scoreColumns(measures, each)]).toEqual(
            expected.map((customer) => {
              const { scores } = scoreQuintile(customer, each);
              return scores === null ? 0 : 100 * scores.recency + 10 * scores.frequency + scores.monetary;
            }),
          );
        }
      }),
      { seed: 10, numRuns: 300 },
    );
  });

  it('B-10 the best score is 555, the worst 111, and who never bought has none', () => {
    const measures = sumColumns(
      columnsOf([
        ...Array.from({ length: 9 }, (): Row => [0, asOf - 1, 10_000]),
        [1, asOf - 500, 1],
        [2, asOf, 1],
      ]),
      3,
      asOf,
      null,
    );
    expect([...measures.recencyDays]).toEqual([1, 500, Infinity]);
    expect(rfmQuintileFixed.fixedCuts).not.toBeNull();
    if (rfmQuintileFixed.fixedCuts === null) return;
    expect([...scoreColumns(measures, rfmQuintileFixed.fixedCuts)]).toEqual([555, 111, 0]);
  });

  it('B-10 the window ends on the eve of as-of and begins with its first day', () => {
    const columns = columnsOf([
      [0, asOf - 31, 1],
      [0, asOf - 30, 2],
      [0, asOf - 1, 4],
      [0, asOf, 8],
    ]);
    expect(sumColumns(columns, 1, asOf, 30)).toEqual({
      recencyDays: Float64Array.of(1),
      purchases: Float64Array.of(2),
      amountFen: Float64Array.of(6),
    });
    expect(sumColumns(columns, 1, asOf, null).amountFen).toEqual(Float64Array.of(7));
  });

  it('B-10 refuses a customer outside the population, columns of different lengths and sums beyond the exact range', () => {
    const most = Number.MAX_SAFE_INTEGER;
    expect(() => sumColumns(columnsOf([[3, asOf - 1, 1]]), 3, asOf, null)).toThrow('customer 3 of 3');
    const short = { ...columnsOf([[0, asOf - 1, 1]]), days: new Int32Array(0) };
    expect(() => sumColumns(short, 1, asOf, null)).toThrow('columns of 1, 0 and 1 rows');
    const ragged = { ...columnsOf([[0, asOf - 1, 1]]), amountsFen: new Float64Array(2) };
    expect(() => sumColumns(ragged, 1, asOf, null)).toThrow('columns of 1, 1 and 2 rows');
    for (const sign of [1, -1]) {
      const sums = (last: number) =>
        sumColumns(
          columnsOf([
            [0, asOf - 1, sign * (most - 1)],
            [0, asOf - 1, sign * last],
          ]),
          1,
          asOf,
          null,
        );
      expect([...sums(1).amountFen]).toEqual([sign * most]);
      expect(() => sums(2)).toThrow('the sum of customer 0 leaves the exact range');
    }
  });

  it('B-10 a population of nobody, or of nobody who bought, has no cuts', () => {
    expect(cutColumns(sumColumns(columnsOf([]), 0, asOf, null), asOf)).toBeNull();
    expect(cutColumns(sumColumns(columnsOf([]), 2, asOf, null), asOf)).toBeNull();
  });
});
