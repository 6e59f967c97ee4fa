import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fen } from '../../money/index.ts';
import { addDays, epochDay } from '../../time/index.ts';
import {
  afb2023,
  afb2023Retail,
  equalWeights,
  explain,
  makeWeightSet,
  noMeasures,
  relativeModel,
  scoreAfb2023,
  scoreMeasures,
  type Afb2023Model,
  type AfbMeasures,
  type WeighedAxis,
} from '../index.ts';

const asOf = epochDay(20_781);
const MEMBERS = 100_000;

/** Numbers from a seed: the same members on every machine. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const roll = dice(11);
/** Sums on, just below and just above every cut, between them, and below zero. */
function sum(cuts: readonly number[]): number {
  const cut = cuts[roll(cuts.length)] ?? 0;
  const kind = roll(10);
  if (kind < 3) return cut + kind - 1;
  if (kind < 8) return roll(Math.max(1, Math.floor(cut * 1.5)));
  return kind === 8 ? 0 : -roll(5_000_000);
}
function member(model: Afb2023Model): AfbMeasures {
  const bought = roll(4) === 0 ? roll(1500) : roll(40);
  return {
    purchases: bought,
    amountFen: fen(sum(model.amountCuts)),
    benefitFen: fen(sum(model.benefitCuts)),
    lastPurchaseOn: bought === 0 ? null : addDays(asOf, -1 - roll(400)),
  };
}

const judged = makeWeightSet(
  {
    method: 'AHP',
    judgements: [
      [1, 2, 1 / 3],
      [1 / 2, 1, 1 / 5],
      [3, 5, 1],
    ],
  },
  2,
  asOf,
);
const retailMembers = Array.from({ length: 2000 }, () => member(afb2023Retail));
const models: readonly Afb2023Model[] = [
  afb2023,
  { ...afb2023, windowDays: 90, weights: judged },
  afb2023Retail,
  { ...afb2023Retail, weights: { ...equalWeights, amount: 7, frequency: 0, benefit: 3 } },
  relativeModel({ ...afb2023, weights: judged }, retailMembers, asOf, 1),
  // Nearly nobody has bought: equal cuts, so that one step leads over many bands.
  relativeModel(afb2023, [noMeasures, noMeasures, noMeasures], asOf, 1),
  {
    ...afb2023,
    weights: { ...equalWeights, amount: 333_333_333_333, frequency: 1, benefit: 666_666_666_665 },
  },
];
const members = Array.from({ length: MEMBERS }, (_, nth) => {
  const model = models[nth % models.length] ?? afb2023;
  const measures = member(model);
  const score = scoreMeasures(measures, asOf, model);
  return { model, measures, score, told: explain(score, model) };
});
/** Enough to meet every edge of every model again and again. */
const some = members.slice(0, MEMBERS / 10);

/** The measures after a step on one axis. */
function raised(measures: AfbMeasures, { axis }: WeighedAxis, by: number): AfbMeasures {
  if (axis === 'frequency') return { ...measures, purchases: measures.purchases + by };
  const field = `${axis}Fen` as const;
  return { ...measures, [field]: fen(measures[field] + by) };
}

describe('a score taken apart', () => {
  it('B-04 contributions of 100,000 members add up exactly, and what rounding did is a number', () => {
    let rounded = 0;
    const faults = members.filter(({ model, score, told }) => {
      const [amount, frequency, benefit] = told.axes.map(({ contributionParts }) =>
        BigInt(contributionParts),
      );
      if (told.axes.length !== 3 || amount === undefined || frequency === undefined || benefit === undefined)
        return true;
      const exact = amount + frequency + benefit;
      const shown = told.axes.reduce((total, each) => total + each.contributionHundredths, 0);
      if (told.roundingParts !== 0) rounded += 1;
      return !(
        exact === BigInt(told.scoreParts) &&
        told.axes.every(({ axis, band }) => band === score[`${axis}Band`]) &&
        exact ===
          BigInt(score.amountBand) * BigInt(model.weights.amount) +
            BigInt(score.frequencyBand) * BigInt(model.weights.frequency) +
            BigInt(score.benefitBand) * BigInt(model.weights.benefit) &&
        100n * exact + BigInt(told.roundingParts) ===
          BigInt(score.scoreHundredths) * BigInt(told.weightSum) &&
        shown === score.scoreHundredths
      );
    });
    expect(faults).toEqual([]);
    expect(rounded).toBeGreaterThan(MEMBERS / 4);
  });

  it('B-04 no shown contribution is a hundredth or more off its exact part, and weight 0 gives 0', () => {
    const faults = members.filter(({ told: { axes, weightSum } }) => {
      return axes.some(
        ({ contributionHundredths, contributionParts, weight }) =>
          Math.abs(contributionHundredths * weightSum - 100 * contributionParts) >= weightSum ||
          (weight === 0 && contributionHundredths !== 0),
      );
    });
    expect(faults).toEqual([]);
  });

  it('B-04 the bounds are those of the band: the lower one is in it, the upper one and what lies below are not', () => {
    const faults = some.filter(({ model, measures, told }) =>
      told.axes.some((axis) => {
        const at = (value: number | null) =>
          value === null
            ? null
            : scoreMeasures(raised(measures, axis, value - axis.raw), asOf, model)[`${axis.axis}Band`];
        const isIn = axis.raw >= (axis.lowerBound ?? -Infinity) && axis.raw < (axis.upperBound ?? Infinity);
        return !(
          isIn &&
          (axis.lowerBound === null ? axis.band === 1 : at(axis.lowerBound) === axis.band) &&
          (axis.lowerBound === null || (at(axis.lowerBound - 1) ?? 0) < axis.band) &&
          (axis.upperBound === null ? axis.band === 6 : (at(axis.upperBound) ?? 0) > axis.band)
        );
      }),
    );
    expect(faults).toEqual([]);
  });

  it('B-04 the smallest change, applied, raises the band to the one named, and one unit less does not', () => {
    let steps = 0;
    let leaps = 0;
    const faults = some.filter(({ model, measures, told }) =>
      told.axes.some((axis) => {
        if (axis.toNextBand === null) return axis.band !== 6;
        const { step, band } = axis.toNextBand;
        steps += 1;
        if (band > axis.band + 1) leaps += 1;
        const bandAfter = (by: number) =>
          scoreMeasures(raised(measures, axis, by), asOf, model)[`${axis.axis}Band`];
        return !(
          step >= 1 &&
          band > axis.band &&
          bandAfter(step) === band &&
          bandAfter(step - 1) === axis.band
        );
      }),
    );
    expect(faults).toEqual([]);
    expect(steps).toBeGreaterThan(2 * some.length);
    expect(leaps).toBeGreaterThan(500);
  });

  it('B-04 the smallest change also holds when it comes as purchases and money of the last day', () => {
    const history = fc.array(
      fc.record({
        on: fc.integer({ min: 1, max: 420 }).map((ago) => addDays(asOf, -ago)),
        amountFen: fc.nat(3_000_000).map(fen),
        benefitFen: fc.integer({ min: -50_000, max: 400_000 }).map(fen),
      }),
      { maxLength: 40, size: 'max' },
    );
    const eve = addDays(asOf, -1);
    const nothing = { on: eve, amountFen: fen(0), benefitFen: fen(0) };
    fc.assert(
      fc.property(history, fc.constantFrom(...models), (purchases, model) => {
        for (const { axis, band, toNextBand } of explain(scoreAfb2023(purchases, asOf, model), model).axes) {
          if (toNextBand === null) continue;
          const bandAfter = (by: number) => {
            const added =
              axis === 'frequency'
                ? Array.from({ length: by }, () => nothing)
                : [{ ...nothing, [`${axis}Fen`]: fen(by), isMoneyOnly: true }];
            return scoreAfb2023([...purchases, ...added], asOf, model)[`${axis}Band`];
          };
          expect(bandAfter(toNextBand.step)).toBe(toNextBand.band);
          expect(bandAfter(toNextBand.step - 1)).toBe(band);
        }
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it('B-04 refuses to explain a score by a model that did not give it', () => {
    const score = scoreMeasures({ ...noMeasures, amountFen: fen(2_000_000) }, asOf, afb2023);
    expect(explain(score).model).toBe('afb-2023/paper/1');
    for (const wrong of [
      { ...afb2023, windowDays: 90 },
      { ...afb2023, amountCuts: afb2023Retail.amountCuts },
      { ...afb2023, frequencyPerDays: 1, frequencyCuts: [0, 1, 2, 3, 4] },
      { ...afb2023, weights: judged },
    ]) {
      expect(() => explain(score, wrong)).toThrow(RangeError);
    }
    expect(() => explain({ ...score, scoreHundredths: score.scoreHundredths + 1 })).toThrow(RangeError);
    expect(() => explain({ ...score, scoreHundredths: score.scoreHundredths - 1 })).toThrow(RangeError);
  });

  it('B-04 refuses a step that a number cannot hold exactly', () => {
    const score = scoreMeasures({ ...noMeasures, amountFen: fen(Number.MIN_SAFE_INTEGER) }, asOf, afb2023);
    expect(() => explain(score)).toThrow('beyond exact integers');
  });
});
