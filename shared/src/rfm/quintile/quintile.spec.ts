import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fen } from '../../money/index.ts';
import { epochDay } from '../../time/index.ts';
import {
  quintileCuts,
  rfmQuintileFixed,
  rfmSegmentOf,
  rfmSegments,
  scoreQuintile,
  wholeCut,
  type QuintileCuts,
  type QuintileMeasures,
} from '../index.ts';

const day = epochDay(20_781);

function customer(recencyDays: number | null, purchases: number, fenSpent: number): QuintileMeasures {
  return { recencyDays, purchases, amountFen: fen(fenSpent) };
}

function cutsOf(population: readonly QuintileMeasures[]): QuintileCuts {
  const cuts = quintileCuts(population, day);
  if (cuts === null) throw new Error('nobody has bought');
  return cuts;
}

function scoreIn(population: readonly QuintileMeasures[]) {
  const cuts = cutsOf(population);
  return population.map((each) => scoreQuintile(each, cuts));
}

const SCORES = [1, 2, 3, 4, 5];
const measures = fc.record({
  recencyDays: fc.integer({ min: 0, max: 400 }),
  purchases: fc.integer({ min: 0, max: 12 }),
  amountFen: fc.oneof(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 10 ** 9 })).map(fen),
});

describe('rfm-quintile', () => {
  it('B-01 cuts at the type-7 quantile plus one day, one purchase and one whole yuan, and says of whom and when', () => {
    const population = [1, 2, 3, 5].map((each) => customer(each * 10, each, each * 100 + 1));
    expect(quintileCuts([...population, customer(null, 0, 0)], day)).toEqual({
      madeOn: day,
      customers: 4,
      // 10 20 30 50 at 0.6, 1.2, 1.8 and 2.4 places.
      recencyDays: [
        { whole: 17, part: 0, parts: 5 },
        { whole: 23, part: 0, parts: 5 },
        { whole: 29, part: 0, parts: 5 },
        { whole: 39, part: 0, parts: 5 },
      ],
      purchases: [
        { whole: 2, part: 3, parts: 5 },
        { whole: 3, part: 1, parts: 5 },
        { whole: 3, part: 4, parts: 5 },
        { whole: 4, part: 4, parts: 5 },
      ],
      amountFen: [
        { whole: 261, part: 0, parts: 5 },
        { whole: 321, part: 0, parts: 5 },
        { whole: 381, part: 0, parts: 5 },
        { whole: 481, part: 0, parts: 5 },
      ],
    });
  });

  it('B-01 the "+ 1" is a yuan and not a fen: a cut lifts over members who spent less than a yuan more', () => {
    // All quantiles lie at 10.00 yuan; cut at 11.00, the customer of 10.99 stays in the lowest class.
    const spent = [1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1099, 1100];
    const scores = scoreIn(spent.map((each) => customer(1, 1, each)));
    expect(scores.map(({ scores: each }) => each?.monetary)).toEqual([...Array<number>(11).fill(1), 5]);
  });

  it('B-01 a value at a cut belongs to the class above it, in every measure', () => {
    const cut = [10, 20, 30, 40].map(wholeCut);
    const cuts = { recencyDays: cut, purchases: cut, amountFen: cut };
    const at = (value: number) => scoreQuintile(customer(value, value, value), cuts).scores;
    expect([9, 10, 19, 20, 29, 30, 39, 40, 41].map((value) => at(value)?.frequency)).toEqual([
      1, 2, 2, 3, 3, 4, 4, 5, 5,
    ]);
    expect([9, 10, 20, 30, 40].map((value) => at(value)?.recency)).toEqual([5, 4, 3, 2, 1]);
    expect([9, 10, 20, 30, 40].map((value) => at(value)?.monetary)).toEqual([1, 2, 3, 4, 5]);
  });

  it('B-01 equal values have equal scores, more is never worse, and the order of customers is nothing', () => {
    fc.assert(
      fc.property(fc.array(measures, { minLength: 1, maxLength: 60 }), (population) => {
        const scored = scoreIn(population);
        expect(cutsOf([...population].reverse())).toEqual(cutsOf(population));
        population.forEach((a, i) => {
          population.forEach((b, j) => {
            const [of, than] = [scored[i]?.scores, scored[j]?.scores];
            if (!of || !than) throw new Error('a buyer without scores');
            if (a.purchases >= b.purchases) expect(of.frequency).toBeGreaterThanOrEqual(than.frequency);
            if (a.amountFen >= b.amountFen) expect(of.monetary).toBeGreaterThanOrEqual(than.monetary);
            if (a.recencyDays <= b.recencyDays) expect(of.recency).toBeGreaterThanOrEqual(than.recency);
          });
        });
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it('B-01 whole-yuan scores agree with the plain definition in fractions of any size', () => {
    // (n − 1) · k / 5 by BigInt, five times the cut compared with five times the value.
    const plain = (values: readonly number[], value: number, plus: number): number => {
      const sorted = values.map(BigInt).sort((a, b) => Number(a - b));
      return [1n, 2n, 3n, 4n].filter((k) => {
        const place = BigInt(sorted.length - 1) * k;
        const lower = sorted[Number(place / 5n)] ?? 0n;
        const upper = sorted[Number(place / 5n) + 1] ?? lower;
        return BigInt(value) * 5n >= lower * 5n + (place % 5n) * (upper - lower) + BigInt(plus) * 5n;
      }).length;
    };
    fc.assert(
      fc.property(fc.array(measures, { minLength: 1, maxLength: 80 }), (population) => {
        const scored = scoreIn(population);
        population.forEach((each, at) => {
          expect(scored[at]?.scores).toEqual({
            recency:
              5 -
              plain(
                population.map((other) => other.recencyDays),
                each.recencyDays,
                1,
              ),
            frequency:
              1 +
              plain(
                population.map((other) => other.purchases),
                each.purchases,
                1,
              ),
            monetary:
              1 +
              plain(
                population.map((other) => other.amountFen),
                each.amountFen,
                100,
              ),
          });
        });
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it('B-01 a customer who never bought moves no cut and gets no score', () => {
    const buyers = [1, 2, 3, 5].map((each) => customer(each, each, each));
    const strangers = Array.from({ length: 50 }, () => customer(null, 0, 0));
    expect(cutsOf([...strangers, ...buyers])).toEqual(cutsOf(buyers));
    expect(scoreQuintile(customer(null, 0, 0), cutsOf(buyers))).toEqual({ scores: null, segment: 'Others' });
    expect(quintileCuts(strangers, day)).toBeNull();
  });

  it('B-01 the fixed cuts are whole days, purchases and yuan', () => {
    const { fixedCuts } = rfmQuintileFixed;
    expect(fixedCuts?.amountFen.map(({ whole, part }) => [whole, part])).toEqual(
      [25_600, 38_200, 50_600, 66_600].map((each) => [each, 0]),
    );
  });
});

describe('the ten segments', () => {
  it('B-01 the first range that matches wins, over all 125 cells', () => {
    const cells = SCORES.flatMap((r) => SCORES.flatMap((f) => SCORES.map((m) => rfmSegmentOf(r, f, m))));
    const count = (segment: string) => cells.filter((each) => each === segment).length;
    expect(rfmSegments.map((segment) => [segment, count(segment)])).toEqual([
      ['Champions', 1],
      ['Potential Loyalist', 35],
      ['Loyal Customers', 15],
      ['Promising', 8],
      ['New Customers', 15],
      ["Can't Lose Them", 6],
      ['At Risk', 7],
      ['Need Attention', 4],
      ['About To Sleep', 10],
      ['Lost', 14],
      ['Others', 10],
    ]);
  });

  it.each([
    [5, 5, 5, 'Champions'],
    [3, 5, 5, 'Potential Loyalist'],
    [2, 4, 4, 'Loyal Customers'],
    [4, 1, 3, 'Promising'],
    [5, 3, 1, 'New Customers'],
    [2, 3, 5, "Can't Lose Them"],
    [1, 2, 4, 'At Risk'],
    [1, 5, 3, 'Need Attention'],
    [3, 1, 1, 'About To Sleep'],
    [1, 2, 2, 'Lost'],
    [2, 5, 1, 'Others'],
  ])('B-01 %i %i %i is %s', (r, f, m, segment) => {
    expect(rfmSegmentOf(r, f, m)).toBe(segment);
  });
});
