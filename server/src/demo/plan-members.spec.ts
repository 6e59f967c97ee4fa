import { describe, expect, it } from '@jest/globals';
import { fen } from '@siyu/shared/money';
import { scoreAfb2023 } from '@siyu/shared/rfm';
import { addDays, epochDay } from '@siyu/shared/time';
import { planMembers } from './plan-members.ts';

const today = epochDay(20_781); // 2026-11-24
const COUNT = 3_000;

describe('the plan of the demo firm', () => {
  const members = [...planMembers(COUNT, today)];
  const scores = members
    .filter((member) => member.isLinked)
    .map((member) => ({
      member,
      score: scoreAfb2023(
        member.purchases
          .filter(({ refundedDaysAgo }) => refundedDaysAgo === undefined)
          .map(({ daysAgo, amountFen, benefitFen }) => ({
            on: addDays(today, -daysAgo),
            amountFen: fen(amountFen),
            benefitFen: fen(benefitFen),
          })),
        addDays(today, 1),
      ),
    }));
  const purchases = members.flatMap((member) => member.purchases);
  const visits = members.flatMap((member) => member.visits);
  const share = (of: readonly unknown[], all: readonly unknown[]) => of.length / all.length;

  it('C-09 has as many members as asked for, is the same whenever it is planned, and begins the same at every size', () => {
    expect(members).toHaveLength(COUNT);
    expect([...planMembers(COUNT, today)]).toEqual(members);
    expect(new Set(members.map(({ key }) => key)).size).toBe(COUNT);
    expect([...planMembers(200, today)]).toEqual(members.slice(0, 200));
  });

  it('C-09 has a member in every band of every axis and in every group', () => {
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

  it('C-09 keeps to what each member has agreed to, and nothing lies before its cause or in the future', () => {
    for (const member of members) {
      const { consents, isLinked, lessons, adviser, begun, services, visits: seen } = member;
      if (isLinked) expect(consents).toContain('SENSITIVE');
      if (services.length > 0 || member.purchases.length > 0) expect(isLinked).toBe(true);
      if (lessons.length + seen.length > 0 || adviser !== null || begun !== null)
        expect(consents).toContain('SERVICE');
      if (member.withdrawn !== null) expect(consents).toContain(member.withdrawn);
      for (const { daysAgo } of [...lessons, ...seen]) {
        expect(daysAgo).toBeGreaterThanOrEqual(0);
        expect(daysAgo).toBeLessThan(member.registeredDaysAgo);
      }
      for (const { daysAgo, refundedDaysAgo } of member.purchases)
        if (refundedDaysAgo !== undefined) expect(refundedDaysAgo).toBeLessThan(daysAgo);
    }
  });

  it('C-09 looks like a market with affluent members mixed in, over two years', () => {
    const crowd = members.filter(({ key }) => key.startsWith('crowd-'));
    const joined = crowd.map(({ registeredDaysAgo }) => registeredDaysAgo);
    expect(Math.max(...joined)).toBeGreaterThan(720);
    expect(Math.max(...joined)).toBeLessThanOrEqual(730);
    const held = crowd.flatMap(({ holdingFen }) => (holdingFen === null ? [] : [holdingFen]));
    // domain.md §4.7: 0.7 % of a market hold a million, 5–15 % affluent ones are mixed in.
    expect(
      share(
        held.filter((each) => each >= 100_000_000),
        held,
      ),
    ).toBeGreaterThan(0.02);
    expect(
      share(
        held.filter((each) => each >= 100_000_000),
        held,
      ),
    ).toBeLessThan(0.1);
    expect(
      share(
        held.filter((each) => each < 1_000_000),
        held,
      ),
    ).toBeGreaterThan(0.2);
    const buyers = crowd.filter((member) => member.purchases.length > 0);
    expect(share(buyers, crowd)).toBeGreaterThan(0.15);
    expect(share(buyers, crowd)).toBeLessThan(0.4);
    const branches = [0, 1, 2, 3, 4].map(
      (branch) => crowd.filter((member) => member.branch === branch).length,
    );
    expect(Math.min(...branches)).toBeGreaterThan(100);
    expect(Math.max(...branches)).toBeGreaterThan(3 * Math.min(...branches));
  });

  it('C-09 has the dirt that real data has', () => {
    const amounts = purchases.map(({ amountFen }) => amountFen);
    expect(
      share(
        purchases.filter(({ isToldTwice }) => isToldTwice === true),
        purchases,
      ),
    ).toBeGreaterThan(0.003);
    expect(
      share(
        visits.filter(({ isToldTwice }) => isToldTwice),
        visits,
      ),
    ).toBeCloseTo(0.01, 2);
    expect(
      share(
        visits.filter(({ isClockSuspect }) => isClockSuspect),
        visits,
      ),
    ).toBeCloseTo(0.005, 2);
    expect(purchases.some(({ refundedDaysAgo }) => refundedDaysAgo !== undefined)).toBe(true);
    expect(purchases.filter(({ benefitFen }) => benefitFen < 0).length).toBeGreaterThan(5);
    for (const cut of [1_000_000, 5_000_000, 10_000_000]) expect(amounts).toContain(cut);
    for (const second of [0, 86_399])
      expect(purchases.filter(({ secondOfDay }) => secondOfDay === second).length).toBeGreaterThan(1);
    // 2024-02-29.
    expect(purchases.some(({ daysAgo }) => addDays(today, -daysAgo) === epochDay(19_782))).toBe(true);
    expect(members.some(({ withdrawn }) => withdrawn !== null)).toBe(true);
    expect(members.some(({ consents }) => consents.length === 0)).toBe(true);
  });
});
