import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fen } from '../../money/index.ts';
import { epochDay } from '../../time/index.ts';
import {
  afb2023,
  afbGroupOfClassic,
  classicCuts,
  classicGroupOf,
  classicHighs,
  groupOf,
  type ClassicCuts,
  type ClassicMiddle,
  type QuintileMeasures,
} from '../index.ts';

const day = epochDay(20_781);
const SIDES = [true, false];
const CELLS = SIDES.flatMap((recency) =>
  SIDES.flatMap((frequency) => SIDES.map((monetary) => ({ recency, frequency, monetary }))),
);

function member(recencyDays: number | null, purchases: number, amount: number): QuintileMeasures {
  return { recencyDays, purchases, amountFen: fen(amount) };
}

function cutsOf(population: readonly QuintileMeasures[], middle: ClassicMiddle): ClassicCuts {
  const cuts = classicCuts(population, middle, day);
  if (cuts === null) throw new Error('nobody has bought');
  return cuts;
}

describe('the classic eight groups', () => {
  it.each([
    ['111', 'IMPORTANT_VALUE'],
    ['101', 'IMPORTANT_DEVELOP'],
    ['011', 'IMPORTANT_KEEP'],
    ['001', 'IMPORTANT_RETAIN'],
    ['110', 'ORDINARY_VALUE'],
    ['100', 'ORDINARY_DEVELOP'],
    ['010', 'ORDINARY_KEEP'],
    ['000', 'ORDINARY_RETAIN'],
  ])('B-02 cell %s is %s', (digits, group) => {
    const [recency = false, frequency = false, monetary = false] = [...digits].map((each) => each === '1');
    expect(classicGroupOf({ recency, frequency, monetary })).toBe(group);
  });

  it('B-02 every cell has a group of its own', () => {
    expect(new Set(CELLS.map(classicGroupOf)).size).toBe(8);
  });

  it('B-02 each falls into the group of afb-2023 that the frequency-first table gives such a member', () => {
    for (const cell of CELLS) {
      const bands = {
        frequencyBand: cell.frequency ? afb2023.groups.fHigh : 1,
        amountBand: cell.monetary ? afb2023.groups.aHigh : 1,
        benefitBand: 1,
        recencyDays: cell.recency ? 1 : 1000,
      };
      expect(afbGroupOfClassic(classicGroupOf(cell))).toBe(groupOf(bands, afb2023.groups).group);
    }
  });
});

describe('high and low', () => {
  it('B-02 mean and median part a lumpy population differently, and each cut says which it is', () => {
    const population = [member(1, 1, 100), member(2, 1, 200), member(30, 10, 9000), member(null, 0, 0)];
    expect(cutsOf(population, 'MEAN')).toEqual({
      middle: 'MEAN',
      madeOn: day,
      members: 3,
      recencyDays: { whole: 11, part: 0, parts: 3 },
      purchases: { whole: 4, part: 0, parts: 3 },
      amountFen: { whole: 3100, part: 0, parts: 3 },
    });
    expect(cutsOf(population, 'MEDIAN')).toMatchObject({
      middle: 'MEDIAN',
      recencyDays: { whole: 2, part: 0 },
      purchases: { whole: 1, part: 0 },
      amountFen: { whole: 200, part: 0 },
    });
    const groups = (middle: ClassicMiddle) =>
      population.map((each) => classicGroupOf(classicHighs(each, cutsOf(population, middle))));
    expect(groups('MEAN')).toEqual([
      'ORDINARY_DEVELOP',
      'ORDINARY_DEVELOP',
      'IMPORTANT_KEEP',
      'ORDINARY_RETAIN',
    ]);
    expect(groups('MEDIAN')).toEqual([
      'ORDINARY_VALUE',
      'IMPORTANT_VALUE',
      'IMPORTANT_KEEP',
      'ORDINARY_RETAIN',
    ]);
  });

  it('B-02 a member in the middle is high, and the mean is not rounded to meet one', () => {
    // Means 4.5 days, 1.5 purchases, 0.5 fen.
    const population = [member(4, 1, 0), member(5, 2, 1)];
    const cuts = cutsOf(population, 'MEAN');
    expect(population.map((each) => classicHighs(each, cuts))).toEqual([
      { recency: true, frequency: false, monetary: false },
      { recency: false, frequency: true, monetary: true },
    ]);
    const alone = member(7, 3, 500);
    for (const middle of ['MEAN', 'MEDIAN'] as const) {
      expect(classicGroupOf(classicHighs(alone, cutsOf([alone], middle)))).toBe('IMPORTANT_VALUE');
    }
    expect(classicCuts([member(null, 0, 0)], 'MEAN', day)).toBeNull();
  });

  it('B-02 high by the mean is exactly what whole numbers of any size say', () => {
    const buyer = fc.record({
      recencyDays: fc.integer({ min: 0, max: 4000 }),
      purchases: fc.integer({ min: 0, max: 500 }),
      amountFen: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }).map(fen),
    });
    fc.assert(
      fc.property(fc.array(buyer, { minLength: 1 }), (population) => {
        const cuts = cutsOf(population, 'MEAN');
        const count = BigInt(population.length);
        const sum = (of: (each: (typeof population)[number]) => number) =>
          population.reduce((total, each) => total + BigInt(of(each)), 0n);
        const [days, purchases, amounts] = [
          sum((each) => each.recencyDays),
          sum((each) => each.purchases),
          sum((each) => each.amountFen),
        ];
        for (const each of population) {
          expect(classicHighs(each, cuts)).toEqual({
            recency: BigInt(each.recencyDays) * count <= days,
            frequency: BigInt(each.purchases) * count >= purchases,
            monetary: BigInt(each.amountFen) * count >= amounts,
          });
        }
      }),
      { seed: 2 },
    );
  });
});
