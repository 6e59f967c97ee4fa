import { describe, expect, it } from '@jest/globals';
import { fen } from '@siyu/shared/money';
import { addDays, epochDay } from '@siyu/shared/time';
import { assessMember } from './assess-member.ts';
import { firmModels, inputOf, noHistory } from './testing/scoring-input.ts';

const asOf = epochDay(20_781);
const purchase = { factId: 'p-1', on: epochDay(20_700), amountFen: fen(5_000_000), benefitFen: fen(0) };
const lesson = (daysAgo: number, count = 1) => ({
  day: addDays(asOf, -daysAgo),
  type: 'lesson_completed',
  count,
  valueSum: 0,
  suspectCount: 0,
  suspectValueSum: 0,
  lastAt: 0,
});

describe('what is kept of a member', () => {
  it('B-07 a purchase that reaches scoring twice counts once, and one told in two ways is not scored at all', () => {
    const of = (...purchases: (typeof purchase)[]) =>
      assessMember(inputOf({ purchases }), asOf, firmModels, null);
    const once = of(purchase);
    const twice = of(purchase, { ...purchase });
    expect(twice.kept).toEqual(once.kept);
    expect(twice.nextChangeOn).toBe(once.nextChangeOn);
    const other = { ...purchase, amountFen: fen(1) };
    expect(() => of(purchase, other)).toThrow(/p-1/);
  });

  it('C-05 is looked at again on the earliest day on which any of it changes', () => {
    const bought = assessMember(inputOf({ purchases: [purchase] }), asOf, firmModels, null);
    expect(bought.kept.score?.nextChangeOn).toBe(20_791);
    expect(bought.nextChangeOn).toBe(20_791);
    const learned = assessMember(
      inputOf({ purchases: [purchase], days: [lesson(1, 2)] }),
      asOf,
      firmModels,
      null,
    );
    // Active yesterday: the recency band of engagement falls after three days.
    expect(learned.kept.rfe).toMatchObject({ recencyBand: 6, activeDays: 1, lastActiveOn: 20_780 });
    expect(learned.nextChangeOn).toBe(20_784);
    expect(assessMember(inputOf(), asOf, firmModels, null).nextChangeOn).toBeNull();
  });

  it('keeps what decays as its worth on an anchor day', () => {
    const on = (day: number) =>
      assessMember(inputOf({ days: [lesson(1, 2)] }), epochDay(day), firmModels, null).kept;
    expect(on(20_781).rfe).toMatchObject({ depthValue: 26_632_170_000, depthAnchorOn: 20_760 });
    expect(on(20_783).rfe?.depthValue).toBe(on(20_781).rfe?.depthValue);
    expect(on(20_783).tie).toEqual(on(20_781).tie);
  });

  it('keeps scores only with the consent to profiling, money only with a readable account, a stage without either', () => {
    const tied = { ...noHistory, ties: [{ factId: 't', on: epochDay(20_779), endedOn: null }] };
    const facts = { purchases: [purchase, { ...purchase, factId: 'p-2', on: epochDay(20_770) }] };
    const of = (change: Parameters<typeof inputOf>[0]) =>
      assessMember(inputOf({ ...facts, relation: tied, ...change }), asOf, firmModels, null).kept;
    expect(of({ isProfiled: false })).toMatchObject({ score: null, rfe: null, tie: null });
    expect(of({ isProfiled: false }).relation).toMatchObject({ stage: 'WEAK_TIE', reachedOn: 20_779 });
    const unreadable = of({ isAccountReadable: false });
    expect(unreadable.score).toBeNull();
    expect(unreadable.tie).toMatchObject({ commitmentValue: null });
    expect(of({}).tie?.commitmentValue).toBeGreaterThan(0);
  });

  it.each([
    ['under a number that was merged into another', { isMerged: true }],
    ['of a member whose data is stored only', { isServed: false }],
  ])('keeps nothing %s', (_, change) => {
    const assessed = assessMember(inputOf({ ...change, purchases: [purchase] }), asOf, firmModels, null);
    expect(assessed.kept).toEqual({ score: null, rfe: null, tie: null, relation: null });
    expect(assessed.nextChangeOn).toBeNull();
  });

  it('does not take a stage back that was reached under earlier rules', () => {
    const held = { stage: 'FAMILIAR', reachedOn: epochDay(20_500) } as const;
    const { relation } = assessMember(inputOf(), asOf, firmModels, held).kept;
    expect(relation).toMatchObject({
      stage: 'FAMILIAR',
      reachedOn: 20_500,
      heldStage: 'FAMILIAR',
      heldOn: 20_500,
    });
    expect(assessMember(inputOf(), asOf, firmModels, null).kept.relation).toMatchObject({
      stage: 'STRANGER',
      reachedOn: 20_000,
      heldStage: null,
    });
  });
});
