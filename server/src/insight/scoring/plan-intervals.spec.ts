import { describe, expect, it } from '@jest/globals';
import { fen } from '@siyu/shared/money';
import { epochDay, type EpochDay } from '@siyu/shared/time';
import { assessMember } from './assess-member.ts';
import { planInterval } from './plan-intervals.ts';
import { RelationInterval } from './relation-interval.entity.ts';
import { Score } from './score.entity.ts';
import { firmModels, inputOf, noHistory } from './testing/scoring-input.ts';

const asOf = epochDay(20_781);
const purchases = [{ factId: 'p', on: epochDay(20_700), amountFen: fen(5_000_000), benefitFen: fen(0) }];
const keptOn = (day: EpochDay, change: Parameters<typeof inputOf>[0] = {}) =>
  assessMember(inputOf({ purchases, ...change }), day, firmModels, null).kept;
const at = (day: EpochDay, seq = 3, recordedAt = 1) => ({ memberNo: 7, seq, asOf: day, recordedAt });
function first(): Score {
  const { open } = planInterval<Score>(keptOn(asOf).score, null, at(asOf));
  return Object.assign(new Score(), open);
}

describe('intervals of what is kept', () => {
  it('opens the first interval with sums, bands, group and the day of the next change', () => {
    const { open, close } = planInterval<Score>(keptOn(asOf).score, null, at(asOf));
    expect(close).toBeNull();
    expect(open).toMatchObject({
      memberNo: 7,
      intervalNo: 1,
      fromSeq: 3,
      fromAsOf: asOf,
      toSeq: null,
      amountFen: 5_000_000,
      amountBand: 3,
      preset: 'paper',
      groupCode: 'POTENTIAL',
      groupRow: 3,
      lastPurchaseOn: 20_700,
      nextChangeOn: 20_791,
    });
  });

  it('writes nothing on a later day on which nothing is different', () => {
    const later = epochDay(asOf + 5);
    expect(planInterval<Score>(keptOn(later).score, first(), at(later, 9))).toEqual({
      close: null,
      open: null,
    });
  });

  it('closes the interval where the next one begins', () => {
    const day = epochDay(20_791);
    const plan = planInterval<Score>(keptOn(day).score, first(), at(day));
    expect(plan.close).toMatchObject({ intervalNo: 1, toSeq: 3, toAsOf: 20_791 });
    expect(plan.open).toMatchObject({ intervalNo: 2, groupCode: 'LONG_TAIL', fromAsOf: 20_791 });
  });

  it('closes without opening when profiling is no longer permitted, and counts on when it is again', () => {
    const plan = planInterval<Score>(keptOn(asOf, { isProfiled: false }).score, first(), at(asOf, 4));
    expect(plan.close).toMatchObject({ toSeq: 4 });
    expect(plan.open).toBeNull();
    const closed = Object.assign(new Score(), plan.close);
    expect(planInterval<Score>(null, closed, at(asOf, 5))).toEqual({ close: null, open: null });
    const again = planInterval<Score>(keptOn(asOf).score, closed, at(asOf, 6));
    expect(again.close).toBeNull();
    expect(again.open).toMatchObject({ intervalNo: 2, fromSeq: 6 });
  });

  it('keeps the evidence of a stage and begins anew when the steps to the next one differ', () => {
    const relation = { ...noHistory, ties: [{ factId: 't', on: epochDay(20_779), endedOn: null }] };
    const kept = keptOn(asOf, { relation }).relation;
    const { open } = planInterval<RelationInterval>(kept, null, at(asOf));
    expect(open).toMatchObject({ stage: 'WEAK_TIE', reachedOn: 20_779 });
    const held = Object.assign(new RelationInterval(), JSON.parse(JSON.stringify(open)));
    expect(planInterval<RelationInterval>(kept, held, at(asOf, 4))).toEqual({ close: null, open: null });
    const interactions = [{ factId: 'l', kind: 'lesson_completed', on: epochDay(20_780) }];
    const further = keptOn(asOf, { relation: { ...relation, interactions } }).relation;
    expect(planInterval<RelationInterval>(further, held, at(asOf, 4)).open).toMatchObject({
      intervalNo: 2,
      stage: 'WEAK_TIE',
    });
  });
});
