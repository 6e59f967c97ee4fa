import { expect, it } from '@jest/globals';
import { fen } from '@siyu/shared/money';
import { epochDay } from '@siyu/shared/time';
import { assessMember, type ScoringInput } from './assess-member.ts';

const purchase = { factId: 'p-1', on: epochDay(20_700), amountFen: fen(5_000_000), benefitFen: fen(0) };
const input: ScoringInput = {
  memberNo: 7,
  seq: 3,
  isProfiled: true,
  isAccountLinked: true,
  isAccountReadable: true,
  purchases: [purchase],
  relation: {
    isTied: false,
    kinds60d: 0,
    pathsFinished: 0,
    consultationsRated: 0,
    hasValidRiskAssessment: false,
    coCreations: 0,
  },
  lessonsCompleted: 0,
  lastActiveAt: null,
};

it('B-07 a purchase that reaches scoring twice counts once, and one told in two ways is not scored at all', () => {
  const asOf = epochDay(20_781);
  const once = assessMember(input, asOf, undefined);
  const twice = assessMember({ ...input, purchases: [purchase, { ...purchase }] }, asOf, undefined);
  expect(twice.score).toEqual(once.score);
  expect(twice.nextChangeOn).toBe(once.nextChangeOn);
  const other = { ...purchase, amountFen: fen(1) };
  expect(() => assessMember({ ...input, purchases: [purchase, other] }, asOf, undefined)).toThrow(/p-1/);
});
