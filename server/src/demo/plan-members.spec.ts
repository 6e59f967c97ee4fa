import { describe, expect, it } from '@jest/globals';
import { fen } from '@siyu/shared/money';
import { scoreAfb2023 } from '@siyu/shared/rfm';
import { epochDay } from '@siyu/shared/time';
import { planMembers } from './plan-members.ts';

describe('the demo firm', () => {
  const members = planMembers();
  const today = 20_781;
  const scores = members
    .filter((member) => member.isLinked)
    .map((member) => ({
      member,
      score: scoreAfb2023(
        member.purchases.map(({ daysAgo, amountFen, benefitFen }) => ({
          on: epochDay(today - daysAgo),
          amountFen: fen(amountFen),
          benefitFen: fen(benefitFen),
        })),
        epochDay(today + 1),
      ),
    }));

  it('is the same whenever it is planned', () => {
    expect(members.length).toBe(400);
    expect(planMembers()).toEqual(members);
    expect(new Set(members.map(({ key }) => key)).size).toBe(members.length);
  });

  it('has a member in every band of every axis and in every group', () => {
    const bands = [1, 2, 3, 4, 5, 6];
    expect([...new Set(scores.map(({ score }) => score.amountBand))].sort()).toEqual(bands);
    expect([...new Set(scores.map(({ score }) => score.frequencyBand))].sort()).toEqual(bands);
    expect([...new Set(scores.map(({ score }) => score.benefitBand))].sort()).toEqual(bands);
    expect(new Set(scores.map(({ score }) => score.group)).size).toBe(4);
  });

  it('lets one be an investor of each group on the phone', () => {
    const groupOf = (account: string) => scores.find(({ member }) => member.account === account)?.score.group;
    expect(groupOf('demo-3')).toBe('LONG_TAIL');
    expect(groupOf('demo-4')).toBe('POTENTIAL');
    expect(groupOf('demo-5')).toBe('KEY_DEVELOP');
    expect(groupOf('demo-6')).toBe('KEY_GUIDE');
  });

  it('keeps to what each member has agreed to', () => {
    for (const { consents, isLinked, lessons, adviser, begun } of members) {
      if (isLinked) expect(consents).toContain('SENSITIVE');
      if (lessons.length > 0 || adviser !== null || begun !== null) expect(consents).toContain('SERVICE');
    }
  });
});
