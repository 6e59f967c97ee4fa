import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fen } from '../../money/index.ts';
import { epochDay } from '../../time/index.ts';
import { repeatHistoryOf } from '../index.ts';

const bought = (...purchases: [day: number, amountFen: number][]) =>
  purchases.map(([day, amountFen]) => ({ on: epochDay(day), amountFen: fen(amountFen) }));

describe('the history that the lifetime models read', () => {
  it('B-06 counts repeat days from the first purchase on and leaves the first day’s money out', () => {
    expect(repeatHistoryOf(bought([100, 50_000], [114, 30_000], [121, 20_000]), epochDay(129))).toEqual({
      repeatPurchases: 2,
      weeksFirstToLast: 3,
      weeksObserved: 4,
      repeatAmountFen: 50_000,
    });
  });

  it('B-06 takes purchases of one day as one purchase, and none of the first day as a repeat', () => {
    const history = repeatHistoryOf(bought([100, 1], [100, 2], [107, 4], [107, 8]), epochDay(108));
    expect(history).toEqual({
      repeatPurchases: 1,
      weeksFirstToLast: 1,
      weeksObserved: 1,
      repeatAmountFen: 12,
    });
  });

  it('B-06 sees only what lies before as-of', () => {
    const purchases = bought([100, 1], [107, 2], [114, 4]);
    expect(repeatHistoryOf(purchases, epochDay(114))?.repeatPurchases).toBe(1);
    expect(repeatHistoryOf(purchases, epochDay(115))?.repeatPurchases).toBe(2);
    expect(repeatHistoryOf(purchases, epochDay(101))).toEqual({
      repeatPurchases: 0,
      weeksFirstToLast: 0,
      weeksObserved: 0,
      repeatAmountFen: 0,
    });
    expect(repeatHistoryOf(purchases, epochDay(100))).toBeNull();
    expect(repeatHistoryOf([], epochDay(100))).toBeNull();
  });

  it('B-06 leaves out money that is no purchase', () => {
    const purchases = bought([100, 1], [107, 2]);
    const money = { on: epochDay(114), amountFen: fen(4), isMoneyOnly: true };
    expect(repeatHistoryOf([...purchases, money], epochDay(121))).toEqual(
      repeatHistoryOf(purchases, epochDay(121)),
    );
    expect(repeatHistoryOf([money], epochDay(121))).toBeNull();
  });

  it('B-06 does not care about the order of purchases, and splitting one changes nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 2, max: 10_000_000 })), {
          minLength: 1,
          maxLength: 20,
        }),
        fc.integer({ min: 1, max: 70 }),
        (purchases, asOf) => {
          const history = repeatHistoryOf(bought(...purchases), epochDay(asOf));
          expect(repeatHistoryOf(bought(...[...purchases].reverse()), epochDay(asOf))).toEqual(history);
          const halves = purchases.flatMap(([day, amount]): [number, number][] => [
            [day, 1],
            [day, amount - 1],
          ]);
          expect(repeatHistoryOf(bought(...halves), epochDay(asOf))).toEqual(history);
        },
      ),
      { seed: 6, numRuns: 200 },
    );
  });

  it('B-06 refuses a sum of money beyond the safe range', () => {
    const most = Number.MAX_SAFE_INTEGER;
    expect(() => repeatHistoryOf(bought([1, 1], [2, most], [3, most]), epochDay(9))).toThrow(RangeError);
  });
});
