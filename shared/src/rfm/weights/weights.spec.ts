import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { epochDay } from '../../time/index.ts';
import {
  afb2023,
  ahpWeights,
  combineWeights,
  entropyWeights,
  equalWeights,
  makeWeightSet,
  scoreHundredths,
  wholeParts,
} from '../index.ts';

const JUDGEMENTS = [
  [1, 2, 1 / 3],
  [1 / 2, 1, 1 / 5],
  [3, 5, 1],
];
const CIRCULAR = [
  [1, 9, 1 / 9],
  [1 / 9, 1, 9],
  [9, 1 / 9, 1],
];
const ROWS = [
  [1, 2, 1],
  [2, 1, 2],
  [4, 3, 5],
  [6, 2, 6],
  [3, 1, 2],
];
const day = epochDay(20_781);
const digits = (values: readonly number[], places: number) => values.map((each) => each.toFixed(places));

describe('weights by judgement', () => {
  it('B-02 AHP gives 0.2297, 0.1220, 0.6483 with λmax 3.0037 and consistency ratio 0.0032', () => {
    const judged = ahpWeights(JUDGEMENTS);
    expect(digits(judged.weights, 4)).toEqual(['0.2297', '0.1220', '0.6483']);
    expect(judged.lambdaMax.toFixed(4)).toBe('3.0037');
    expect(judged.consistencyRatio.toFixed(4)).toBe('0.0032');
    expect(judged.isConsistent).toBe(true);
  });

  it('B-02 AHP reads perfect judgements back, of any number of criteria', () => {
    const weight = fc.integer({ min: 1, max: 50 });
    fc.assert(
      fc.property(fc.array(weight, { minLength: 1, maxLength: 10 }), (importance) => {
        const sum = importance.reduce((total, each) => total + each, 0);
        const judged = ahpWeights(importance.map((row) => importance.map((column) => row / column)));
        judged.weights.forEach((each, at) => expect(each).toBeCloseTo((importance[at] ?? 0) / sum, 12));
        expect(judged.lambdaMax).toBeCloseTo(importance.length, 9);
        expect(judged.consistencyRatio).toBeLessThan(1e-9);
      }),
      { seed: 2 },
    );
  });

  it.each([
    ['no criterion', []],
    ['a row too short', [[1, 2], [0.5]]],
    [
      'a judgement of zero',
      [
        [1, 0],
        [0, 1],
      ],
    ],
    [
      'a mirror that is no reciprocal',
      [
        [1, 2],
        [2, 1],
      ],
    ],
    [
      'a diagonal that is not 1',
      [
        [2, 1],
        [1, 1],
      ],
    ],
    [
      'what is no number',
      [
        [1, Number.NaN],
        [1, 1],
      ],
    ],
    ['eleven criteria', Array.from({ length: 11 }, () => Array<number>(11).fill(1))],
  ])('B-02 AHP refuses %s', (_what, matrix) => {
    expect(() => ahpWeights(matrix)).toThrow(RangeError);
  });

  it.each([
    [[], 'judgements on 0 criteria: 1 to 10 can be weighed'],
    [[[1, 2], [0.5]], 'row 2 has 1 judgements, not 2'],
    [
      [
        [1, 0],
        [0, 1],
      ],
      'the judgement in row 1, column 2 is not above 0: 0',
    ],
    [
      [
        [1, -2],
        [-0.5, 1],
      ],
      'the judgement in row 1, column 2 is not above 0: -2',
    ],
    [
      [
        [1, 2],
        [2, 1],
      ],
      'row 1, column 2 is not the reciprocal of its mirror',
    ],
  ])('B-02 AHP says which judgement of %j it refuses, counted from one', (matrix, sentence) => {
    expect(() => ahpWeights(matrix)).toThrow(sentence);
  });
});

describe('weights by entropy', () => {
  it('B-02 gives divergence 0.09194, 0.05373, 0.11494 and weights 0.3528, 0.2062, 0.4410', () => {
    const { divergence, weights } = entropyWeights(ROWS);
    expect(digits(divergence, 5)).toEqual(['0.09194', '0.05373', '0.11494']);
    expect(digits(weights, 4)).toEqual(['0.3528', '0.2062', '0.4410']);
  });

  it('B-02 takes 0·ln 0 as 0, gives a constant column no weight, and all-constant columns the same', () => {
    expect(
      entropyWeights([
        [0, 7],
        [5, 7],
      ]).weights,
    ).toEqual([1, 0]);
    expect(
      entropyWeights([
        [0, 0, 3],
        [0, 0, 3],
      ]).weights,
    ).toEqual([1 / 3, 1 / 3, 1 / 3]);
    expect(entropyWeights([[4, 5]]).weights).toEqual([0.5, 0.5]);
    // 0.1 is no binary fraction: without care its column would differ from a constant by rounding.
    expect(entropyWeights(Array.from({ length: 7 }, (_, at) => [0.1, at])).weights).toEqual([0, 1]);
  });

  it('B-02 weights sum to 1 and do not depend on the order of members or the unit of a column', () => {
    const value = fc.integer({ min: 0, max: 6 });
    const row = fc.tuple(value, value, value);
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 2, max: 99 }),
        (rows, k) => {
          const { weights } = entropyWeights(rows);
          expect(weights.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 9);
          const other = entropyWeights([...rows].reverse().map(([a, f, b]) => [a * k, f, b])).weights;
          other.forEach((each, at) => expect(each).toBeCloseTo(weights[at] ?? 0, 7));
        },
      ),
      { seed: 2 },
    );
  });

  it.each([[[]], [[[]]], [[[1, 2], [1]]], [[[1, -1]]], [[[1, Number.POSITIVE_INFINITY]]]])(
    'B-02 refuses %j',
    (rows) => {
      expect(() => entropyWeights(rows)).toThrow(RangeError);
    },
  );
});

describe('combined weights', () => {
  const judged = [0.2297, 0.122, 0.6483];
  const measured = [0.3528, 0.2062, 0.441];

  it('B-02 the product is normalised, the mean lies between both', () => {
    const sum = 0.2297 * 0.3528 + 0.122 * 0.2062 + 0.6483 * 0.441;
    expect(digits(combineWeights(judged, measured, 'PRODUCT'), 6)).toEqual(
      digits([(0.2297 * 0.3528) / sum, (0.122 * 0.2062) / sum, (0.6483 * 0.441) / sum], 6),
    );
    expect(digits(combineWeights(judged, measured, 'MEAN'), 5)).toEqual(['0.29125', '0.16410', '0.54465']);
  });

  it('B-02 refuses weights of unlike length and a product of nothing', () => {
    expect(() => combineWeights([1], [0.5, 0.5], 'MEAN')).toThrow(RangeError);
    expect(() => combineWeights([1], [0.5, 0.5], 'MEAN')).toThrow('1 weights cannot meet 2');
    expect(() => combineWeights([1, 0], [0, 1], 'PRODUCT')).toThrow(RangeError);
    expect(() => combineWeights([1, 0], [0, 1], 'PRODUCT')).toThrow('no axis has weight on both sides');
  });
});

describe('a version of the weights', () => {
  it('B-02 keeps whole parts, the day and the consistency ratio', () => {
    expect(makeWeightSet({ method: 'AHP', judgements: JUDGEMENTS }, 3, day)).toEqual({
      version: 3,
      method: 'AHP',
      madeOn: day,
      consistencyRatio: ahpWeights(JUDGEMENTS).consistencyRatio,
      amount: 2297,
      frequency: 1220,
      benefit: 6483,
    });
    expect(makeWeightSet({ method: 'ENTROPY', rows: ROWS }, 4, day)).toMatchObject({
      amount: 3528,
      frequency: 2062,
      benefit: 4410,
      consistencyRatio: null,
    });
    expect(makeWeightSet({ method: 'EQUAL' }, 1, day)).toEqual(equalWeights);
  });

  it('B-02 combined sets join the judgements with the data', () => {
    const recipe = { judgements: JUDGEMENTS, rows: ROWS };
    expect(makeWeightSet({ method: 'COMBINED_MEAN', ...recipe }, 5, day)).toMatchObject({
      amount: 2912,
      frequency: 1641,
      benefit: 5447,
      method: 'COMBINED_MEAN',
    });
    expect(makeWeightSet({ method: 'COMBINED_PRODUCT', ...recipe }, 6, day)).toMatchObject({
      amount: 2066,
      frequency: 642,
      benefit: 7292,
      consistencyRatio: ahpWeights(JUDGEMENTS).consistencyRatio,
    });
  });

  it('B-02 refuses judgements that contradict each other, and any number of axes but three', () => {
    expect(() => makeWeightSet({ method: 'AHP', judgements: CIRCULAR }, 2, day)).toThrow(
      /contradict each other: consistency ratio \d\.\d{4}, not below 0\.10/,
    );
    expect(() => makeWeightSet({ method: 'ENTROPY', rows: [[1, 2]] }, 2, day)).toThrow(/three axes/);
    expect(() => makeWeightSet({ method: 'ENTROPY', rows: [[1, 2, 3, 4]] }, 2, day)).toThrow(/three axes/);
  });

  it('B-02 whole parts sum exactly and stray by less than one part', () => {
    const raw = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(
        raw.filter((each) => each.some((value) => value > 0)),
        (values) => {
          const sum = values.reduce((total, each) => total + each, 0);
          const weights = values.map((each) => each / sum);
          const parts = wholeParts(weights, 10_000);
          expect(parts.reduce((total, each) => total + each, 0)).toBe(10_000);
          parts.forEach((each, at) => expect(Math.abs(each - (weights[at] ?? 0) * 10_000)).toBeLessThan(1));
        },
      ),
      { seed: 2 },
    );
    for (const not of [[0.5, 0.4], [1.5, -0.5], [Number.NaN, 1], []]) {
      expect(() => wholeParts(not, 10_000)).toThrow(RangeError);
      expect(() => wholeParts(not, 10_000)).toThrow(`not weights: ${not.join(', ')}`);
    }
    // Of equal remainders the earlier axis gets the part that is left.
    expect(wholeParts([0.25, 0.25, 0.25, 0.25], 10)).toEqual([3, 3, 2, 2]);
  });

  it('B-02 a weighted score is the exact mean, half up, and equal weights leave it as it was', () => {
    const band = fc.integer({ min: 1, max: 6 });
    const part = fc.integer({ min: 1, max: 10_000 });
    fc.assert(
      fc.property(band, band, band, part, part, part, (a, f, b, amount, frequency, benefit) => {
        const score = BigInt(scoreHundredths(a, f, b, { ...equalWeights, amount, frequency, benefit }));
        const sum = BigInt(amount + frequency + benefit);
        const exact = BigInt(a * amount + f * frequency + b * benefit) * 100n;
        // Half up: exact/sum − ½ < score ≤ exact/sum + ½.
        expect(2n * score * sum <= 2n * exact + sum && 2n * score * sum > 2n * exact - sum).toBe(true);
        expect(scoreHundredths(a, f, b)).toBe(
          scoreHundredths(a, f, b, { ...equalWeights, amount: 7, frequency: 7, benefit: 7 }),
        );
      }),
      { seed: 2 },
    );
    expect(afb2023.weights).toEqual(equalWeights);
  });
});
