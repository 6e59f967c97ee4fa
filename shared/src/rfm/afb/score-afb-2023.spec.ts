import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fen, parseYuan } from '../../money/index.ts';
import { epochDay } from '../../time/index.ts';
import { afb2023, scoreAfb2023, type Afb2023Model, type Purchase } from '../index.ts';

const asOf = epochDay(20_781);

function bought(daysAgo: number, amount: string, benefit = '0'): Purchase {
  const amountFen = parseYuan(amount);
  const benefitFen = parseYuan(benefit);
  if (amountFen === null || benefitFen === null) throw new Error(`not yuan: ${amount}, ${benefit}`);
  return { on: epochDay(asOf - daysAgo), amountFen, benefitFen };
}

function times(count: number): Purchase[] {
  return Array.from({ length: count }, () => bought(1, '1'));
}

function over(windowDays: number): Afb2023Model {
  return { ...afb2023, windowDays };
}

/** Reads 1.99 a month as 199 purchases in a window of 100 months, so that the rational is exact. */
function monthly(hundredths: number): number {
  return scoreAfb2023(times(hundredths), asOf, over(3000)).frequencyBand;
}

describe('afb-2023', () => {
  it.each([
    ['-1', 1],
    ['0', 1],
    ['9999.99', 1],
    ['10000', 2],
    ['49999.99', 2],
    ['50000', 3],
    ['99999.99', 3],
    ['100000', 4],
    ['499999.99', 4],
    ['500000', 5],
    ['999999.99', 5],
    ['1000000', 6],
  ])('A-08 puts an amount of %s yuan into band %i', (amount, band) => {
    const score = scoreAfb2023([bought(1, amount)], asOf);
    expect(score.amountBand).toBe(band);
    expect(score.amountNegative).toBe(amount === '-1');
  });

  it.each([
    [0, 1],
    [100, 1],
    [199, 1],
    [200, 2],
    [400, 2],
    [433, 2],
    [500, 3],
    [900, 3],
    [999, 3],
    [1000, 4],
    [4900, 4],
    [5000, 5],
    [9900, 5],
    [9990, 5],
    [10000, 6],
  ])('A-08 puts %i hundredths of a purchase a month into frequency band %i', (hundredths, band) => {
    expect(monthly(hundredths)).toBe(band);
  });

  it.each([
    ['-500', 1],
    ['9999.99', 1],
    ['10000', 2],
    ['29999.99', 2],
    ['30000', 3],
    ['100000', 4],
    ['300000', 5],
    ['499999.99', 5],
    ['500000', 6],
  ])('A-08 puts a benefit of %s yuan into band %i', (benefit, band) => {
    const score = scoreAfb2023([bought(1, '1', benefit)], asOf);
    expect(score.benefitBand).toBe(band);
    expect(score.benefitNegative).toBe(benefit === '-500');
  });

  it.each([
    [90, 5, 1],
    [90, 6, 2],
    [90, 15, 3],
    [365, 243, 4],
    [365, 52, 2],
    [365, 12, 1],
  ])('A-08 in a window of %i days puts %i purchases into frequency band %i', (windowDays, count, band) => {
    expect(scoreAfb2023(times(count), asOf, over(windowDays)).frequencyBand).toBe(band);
  });

  it('A-08 a window runs from its first day to the eve of as-of, in civil days', () => {
    const edges = [0, 1, 90, 91].map((daysAgo) => bought(daysAgo, '1'));
    const score = scoreAfb2023(edges, asOf, over(90));
    expect(score.purchases).toBe(2);
    expect(scoreAfb2023([bought(90, '3')], asOf, over(90)).amountFen).toBe(300);
    expect(scoreAfb2023([bought(91, '3')], asOf, over(90)).amountFen).toBe(0);
    expect(scoreAfb2023([bought(0, '3')], asOf, over(90)).amountFen).toBe(0);
  });

  it('A-08 recency sees all history before as-of and nothing after it', () => {
    const score = scoreAfb2023([bought(400, '5'), bought(-3, '7')], asOf);
    expect(score).toMatchObject({ recencyDays: 400, purchases: 0, amountFen: 0, lastPurchaseOn: asOf - 400 });
    expect(scoreAfb2023([bought(1, '5')], asOf).recencyDays).toBe(1);
  });

  it('A-08 a member who never bought has band 1 throughout, no recency and the last group', () => {
    expect(scoreAfb2023([], asOf)).toEqual({
      asOf,
      windowDays: 365,
      purchases: 0,
      amountFen: 0,
      benefitFen: 0,
      amountBand: 1,
      frequencyBand: 1,
      benefitBand: 1,
      recencyDays: null,
      lastPurchaseOn: null,
      scoreHundredths: 100,
      group: 'LONG_TAIL',
      groupRow: 4,
      isCore: false,
      highBenefitTail: false,
      lapsedKey: false,
      amountNegative: false,
      benefitNegative: false,
      nextChangeOn: null,
    });
  });

  it('A-08 rounds the mean of the bands half up to two decimals', () => {
    expect(scoreAfb2023([bought(1, '50000')], asOf).scoreHundredths).toBe(167);
    expect(scoreAfb2023([bought(1, '10000')], asOf).scoreHundredths).toBe(133);
    expect(scoreAfb2023([bought(1, '1000000', '500000')], asOf).scoreHundredths).toBe(433);
  });

  it('A-08 flags a tenure under 30 days only when it knows the day of registration', () => {
    expect(scoreAfb2023([], asOf, afb2023, epochDay(asOf - 29))).toMatchObject({
      insufficientHistory: true,
      nextChangeOn: asOf + 1,
    });
    expect(scoreAfb2023([], asOf, afb2023, epochDay(asOf - 30)).insufficientHistory).toBe(false);
    expect(scoreAfb2023([], asOf)).not.toHaveProperty('insufficientHistory');
  });

  it('refuses a window that is no whole number of days', () => {
    for (const days of [0, -1, 1.5]) expect(() => scoreAfb2023([], asOf, over(days))).toThrow(RangeError);
  });

  const history = fc.array(
    fc.record({
      daysAgo: fc.integer({ min: -5, max: 500 }),
      amountFen: fc.integer({ min: 0, max: 200_000_000 }),
      benefitFen: fc.integer({ min: -50_000_000, max: 100_000_000 }),
    }),
    { maxLength: 30 },
  );
  const toPurchases = (facts: { daysAgo: number; amountFen: number; benefitFen: number }[]): Purchase[] =>
    facts.map((fact) => ({
      on: epochDay(asOf - fact.daysAgo),
      amountFen: fen(fact.amountFen),
      benefitFen: fen(fact.benefitFen),
    }));

  it('A-08 does not care about the order of purchases', () => {
    fc.assert(
      fc.property(history, (facts) => {
        const purchases = toPurchases(facts);
        expect(scoreAfb2023([...purchases].reverse(), asOf)).toEqual(scoreAfb2023(purchases, asOf));
      }),
      { seed: 8 },
    );
  });

  it('A-08 never lowers a band for one purchase more', () => {
    fc.assert(
      fc.property(
        history,
        fc.integer({ min: 1, max: 365 }),
        fc.integer({ min: 0, max: 200_000_000 }),
        (facts, daysAgo, amount) => {
          const purchases = toPurchases(facts);
          const before = scoreAfb2023(purchases, asOf);
          const after = scoreAfb2023(
            [...purchases, { on: epochDay(asOf - daysAgo), amountFen: fen(amount), benefitFen: fen(0) }],
            asOf,
          );
          expect(after.amountBand).toBeGreaterThanOrEqual(before.amountBand);
          expect(after.frequencyBand).toBeGreaterThanOrEqual(before.frequencyBand);
          expect(after.benefitBand).toBe(before.benefitBand);
          expect(after.groupRow).toBeLessThanOrEqual(before.groupRow);
        },
      ),
      { seed: 8 },
    );
  });

  it('A-08 is unmoved when all money and all cuts grow alike, and when one purchase is split in two only F moves', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 2, max: 1000 }), (facts, factor) => {
        const scale = (amounts: readonly number[]) => amounts.map((amount) => fen(amount * factor));
        const grown = toPurchases(
          facts.map((fact) => ({
            ...fact,
            amountFen: fact.amountFen * factor,
            benefitFen: fact.benefitFen * factor,
          })),
        );
        const model = {
          ...afb2023,
          amountCuts: scale(afb2023.amountCuts),
          benefitCuts: scale(afb2023.benefitCuts),
        };
        const plain = scoreAfb2023(toPurchases(facts), asOf);
        const scaled = scoreAfb2023(grown, asOf, model);
        expect([scaled.amountBand, scaled.benefitBand, scaled.group]).toEqual([
          plain.amountBand,
          plain.benefitBand,
          plain.group,
        ]);
      }),
      { seed: 8 },
    );
    const whole = scoreAfb2023([bought(3, '100', '4')], asOf);
    const split = scoreAfb2023([bought(3, '60', '1'), bought(3, '40', '3')], asOf);
    expect([split.amountFen, split.benefitFen, split.purchases]).toEqual([
      whole.amountFen,
      whole.benefitFen,
      2,
    ]);
  });
});
