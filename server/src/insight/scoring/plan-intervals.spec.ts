import { describe, expect, it } from '@jest/globals';
import { fen } from '@siyu/shared/money';
import { epochDay } from '@siyu/shared/time';
import { assessMember, type ScoringInput } from './assess-member.ts';
import { planRelation, planScore } from './plan-intervals.ts';

const asOf = epochDay(20_781);
const nobody: ScoringInput['relation'] = {
  isTied: false,
  kinds60d: 0,
  pathsFinished: 0,
  consultationsRated: 0,
  hasValidRiskAssessment: false,
  coCreations: 0,
};
const input: ScoringInput = {
  memberNo: 7,
  seq: 3,
  isProfiled: true,
  isAccountLinked: true,
  isAccountReadable: true,
  purchases: [{ on: epochDay(20_700), amountFen: fen(5_000_000), benefitFen: fen(0) }],
  relation: nobody,
  lessonsCompleted: 0,
  lastActiveAt: null,
};

describe('planScore', () => {
  it('opens the first interval with sums, bands, group and the day of the next change', () => {
    const { open, close } = planScore(assessMember(input, asOf, undefined), null, 0, 1);
    expect(close).toBeNull();
    expect(open).toMatchObject({
      memberNo: 7,
      intervalNo: 1,
      fromSeq: 3,
      fromAsOf: asOf,
      toSeq: null,
      amountFen: 5_000_000,
      amountBand: 3,
      groupCode: 'POTENTIAL',
      groupRow: 3,
      lastPurchaseOn: 20_700,
      nextChangeOn: 20_791,
    });
  });

  it('writes nothing on a later day on which nothing is different', () => {
    const { open } = planScore(assessMember(input, asOf, undefined), null, 0, 1);
    const later = assessMember({ ...input, seq: 9 }, epochDay(asOf + 5), undefined);
    expect(planScore(later, open, 1, 2)).toEqual({ close: null, open: null });
  });

  it('closes the interval where the next one begins', () => {
    const { open } = planScore(assessMember(input, asOf, undefined), null, 0, 1);
    const next = assessMember(input, epochDay(20_791), undefined);
    const plan = planScore(next, open, 1, 2);
    expect(plan.close).toMatchObject({ intervalNo: 1, toSeq: 3, toAsOf: 20_791 });
    expect(plan.open).toMatchObject({ intervalNo: 2, groupCode: 'LONG_TAIL', fromAsOf: 20_791 });
  });

  it('closes without opening when profiling is no longer permitted', () => {
    const { open } = planScore(assessMember(input, asOf, undefined), null, 0, 1);
    const withdrawn = assessMember({ ...input, seq: 4, isProfiled: false }, asOf, undefined);
    expect(withdrawn.score).toBeNull();
    const plan = planScore(withdrawn, open, 1, 2);
    expect(plan.close).toMatchObject({ toSeq: 4 });
    expect(plan.open).toBeNull();
  });

  it('has no money axes before an account is linked', () => {
    const assessed = assessMember(
      { ...input, isAccountLinked: false, isAccountReadable: false },
      asOf,
      undefined,
    );
    expect(planScore(assessed, null, 0, 1)).toEqual({ close: null, open: null });
  });
});

describe('planRelation', () => {
  it('keeps the evidence of a stage and never lets it fall', () => {
    const tied = { ...input, relation: { ...nobody, isTied: true } };
    const { open } = planRelation(assessMember(tied, asOf, undefined), null, 1);
    expect(open).toMatchObject({ stage: 'WEAK_TIE', reachedOn: asOf - 1, evidence: { isTied: true } });
    expect(planRelation(assessMember(input, asOf, 'WEAK_TIE'), open, 2)).toEqual({ close: null, open: null });
  });
});
