import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addFen, fen } from '../money/index.ts';
import { addDays } from '../time/index.ts';
import {
  rfe,
  scoreAfb2023,
  scoreRfe,
  scoreTieStrength,
  tieStrength,
  type ExactCut,
  type PointRule,
} from './index.ts';
import {
  AS_OF,
  afbWith,
  asOfs,
  fixedCuts,
  PROPERTY_RUNS,
  purchase,
  quintileScore,
  quintileSubject,
  rfeSubject,
  RULES,
  tieSubject,
} from './testing/subjects.ts';

describe('properties of money and points', () => {
  const bought = fc.array(purchase, { maxLength: 20, size: 'max' });
  const factor = fc.integer({ min: 2, max: 1000 });
  const times = (amounts: readonly number[], by: number) => amounts.map((amount) => fen(amount * by));

  it('B-07 afb-2023: all money and all cuts times k is the same bands and group', () => {
    fc.assert(
      fc.property(bought, factor, fc.constantFrom(...RULES), (facts, k, rule) => {
        const model = afbWith(rule);
        const larger = facts.map((each) => ({
          ...each,
          amountFen: fen(each.amountFen * k),
          benefitFen: fen(each.benefitFen * k),
        }));
        const cuts = { amountCuts: times(model.amountCuts, k), benefitCuts: times(model.benefitCuts, k) };
        const plain = scoreAfb2023(facts, AS_OF, model);
        expect(scoreAfb2023(larger, AS_OF, { ...model, ...cuts })).toEqual({
          ...plain,
          amountFen: plain.amountFen * k,
          benefitFen: plain.benefitFen * k,
        });
      }),
      PROPERTY_RUNS,
    );
  });

  it('B-07 rfm-quintile: all money and its cuts times k is the same scores and segment', () => {
    const cut = fc.record({ whole: fc.nat(100_000), part: fc.nat(4), parts: fc.constant(5) });
    // k × (whole + part / 5) again as a whole and a part.
    const scaled = ({ whole, part, parts }: ExactCut, k: number): ExactCut => ({
      whole: whole * k + Math.floor((part * k) / parts),
      part: (part * k) % parts,
      parts,
    });
    const amounts = fc.array(cut, { minLength: 4, maxLength: 4 });
    const small = fc.array(quintileSubject.row, { maxLength: 8 });
    fc.assert(
      fc.property(small, amounts, factor, (facts, amountFen, k) => {
        const larger = facts.map((each) => ({ ...each, amountFen: fen(each.amountFen * k) }));
        const cuts = { ...fixedCuts(), amountFen };
        const grown = { ...cuts, amountFen: amountFen.map((each) => scaled(each, k)) };
        const { scores, segment } = quintileScore(facts, AS_OF, cuts);
        expect(quintileScore(larger, AS_OF, grown)).toMatchObject({ scores, segment });
      }),
      PROPERTY_RUNS,
    );
  });

  it('B-07 rfe and tieStrength: all points, caps and cuts times k is the same bands', () => {
    const facts = fc.array(rfeSubject.row, { maxLength: 25, size: 'max' });
    const ties = fc.array(tieSubject.row, { maxLength: 25, size: 'max' });
    const grown = (rules: readonly PointRule[], k: number) =>
      rules.map((rule) => ({ ...rule, points: rule.points * k, dailyCap: rule.dailyCap * k }));
    fc.assert(
      fc.property(facts, ties, fc.integer({ min: 2, max: 50 }), asOfs, (given, tied, k, asOf) => {
        const acts = given.map((row, nth) => rfeSubject.told(row, `f-${nth}`));
        const larger = { ...rfe, rules: grown(rfe.rules, k), depthCuts: rfe.depthCuts.map((cut) => cut * k) };
        expect(scoreRfe(acts, asOf, larger)).toMatchObject({
          depthBand: scoreRfe(acts, asOf).depthBand,
          nextChangeOn: scoreRfe(acts, asOf).nextChangeOn,
        });
        const { contact, intensity, replies, commitment, cuts } = tieStrength;
        const part = <Part extends { readonly rules: readonly PointRule[]; readonly cap: number }>(
          each: Part,
        ) => ({
          ...each,
          rules: grown(each.rules, k),
          cap: each.cap * k,
        });
        const stronger = {
          ...tieStrength,
          contact: { ...contact, pointsPerDay: contact.pointsPerDay * k, cap: contact.cap * k },
          intensity: part(intensity),
          replies: part(replies),
          commitment: part(commitment),
          cuts: cuts.map((cut) => cut * k),
        };
        const dealings = tied.map((row, nth) => tieSubject.told(row, `f-${nth}`));
        expect(scoreTieStrength(dealings, asOf, stronger).band).toBe(scoreTieStrength(dealings, asOf).band);
      }),
      PROPERTY_RUNS,
    );
  });

  it('B-07 splitting a purchase of the window in two keeps amount and benefit and adds one to the count', () => {
    const inside = fc.integer({ min: 1, max: 365 }).map((days) => addDays(AS_OF, -days));
    const split = fc.record({ on: inside, first: purchase, second: purchase });
    fc.assert(
      fc.property(bought, split, (rest, { on: day, first, second }) => {
        const whole = {
          on: day,
          amountFen: addFen(first.amountFen, second.amountFen),
          benefitFen: addFen(first.benefitFen, second.benefitFen),
        };
        const one = scoreAfb2023([...rest, whole], AS_OF);
        const two = scoreAfb2023([...rest, { ...first, on: day }, { ...second, on: day }], AS_OF);
        expect(two).toMatchObject({
          amountFen: one.amountFen,
          benefitFen: one.benefitFen,
          amountBand: one.amountBand,
          benefitBand: one.benefitBand,
          lastPurchaseOn: one.lastPurchaseOn,
          purchases: one.purchases + 1,
        });
        expect(two.frequencyBand).toBeGreaterThanOrEqual(one.frequencyBand);
      }),
      PROPERTY_RUNS,
    );
  });
});
