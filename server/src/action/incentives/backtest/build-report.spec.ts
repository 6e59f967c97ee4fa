import { expect, it } from '@jest/globals';
import { BacktestReport } from '@siyu/shared/contracts/backtests';
import { dayOfInstant, startOfDay } from '@siyu/shared/time';
import fc from 'fast-check';
import { buildReport, type ReportParts } from './build-report.ts';
import type { Candidate, Loss } from './candidate.ts';
import { ShareCount } from './count-shares.ts';

const START = Date.UTC(2027, 1, 28, 16);
const HOUR = 3_600_000;
const DAY_1 = dayOfInstant(START);
const DAYS = [0, 1, 2].map((at) => dayOfInstant(START + at * 24 * HOUR));
const at = (day: number, hour: number): number => START + ((day - 1) * 24 + hour) * HOUR;
const idOf = (ruleNo: number): string => `00000000-0000-4000-8000-00000000000${ruleNo}`;

const candidate = (
  ruleNo: number,
  memberNo: number,
  decidedAt: number,
  change: Partial<Candidate> = {},
): Candidate => ({
  memberNo,
  ruleNo,
  decidedNo: decidedAt,
  decidedAt,
  occurredAt: decidedAt,
  points: ruleNo * 10,
  valueFen: ruleNo * 10,
  hold: null,
  refusal: null,
  takenBackAt: null,
  ...change,
});
const loss = (ruleNo: number, byRuleNo: number, kind: Loss['kind']): Loss => ({
  memberNo: 1,
  decidedNo: 1,
  decidedAt: START,
  ruleNo,
  kind,
  byRuleNo,
});
const parts = (of: Partial<ReportParts> = {}): ReportParts => ({
  draft: { ruleNo: 1, budget: { awardsMax: 4, valueFenMax: 1_000 } },
  days: DAYS,
  events: 20,
  candidates: [],
  losses: [],
  missionsUnderWay: null,
  really: [],
  wasLive: true,
  ruleOf: (ruleNo) => ({ ruleId: idOf(ruleNo), name: `规则${ruleNo}` }),
  groups: [],
  segments: [],
  ...of,
});

// Rule 1 is the draft: 10 points each; rule 2 gives 20 points, rule 3 really gave and would give no more.
const CANDIDATES: readonly Candidate[] = [
  candidate(1, 1, at(1, 9)),
  candidate(1, 2, at(1, 10), { hold: 'TOO_MANY' }),
  candidate(2, 1, at(1, 11)),
  candidate(1, 1, at(2, 9), { takenBackAt: at(3, 9) }),
  candidate(1, 3, at(2, 9), { refusal: 'GUARD' }),
  candidate(1, 2, at(3, 9), { occurredAt: at(2, 23), hold: 'LESSON_TOO_FAST' }),
  candidate(1, 3, at(3, 10), { refusal: 'BUDGET' }),
  candidate(2, 3, at(3, 11)),
];

it('H-01 each figure of a report is the one that a person works out by hand', async () => {
  const report = await buildReport(
    parts({
      candidates: CANDIDATES,
      losses: [
        loss(1, 2, 'STACKING'),
        loss(2, 1, 'STACKING'),
        loss(2, 1, 'STACKING'),
        loss(3, 1, 'YEARLY_CAP'),
        loss(3, 2, 'STACKING'),
      ],
      missionsUnderWay: 5,
      really: [
        { ruleNo: 1, day: DAY_1, awards: 1, points: 10, valueFen: 10 },
        { ruleNo: 3, day: DAY_1, awards: 2, points: 60, valueFen: 60 },
        { ruleNo: 2, day: dayOfInstant(at(3, 9)), awards: 2, points: 40, valueFen: 40 },
      ],
    }),
  );
  expect(report).toEqual({
    events: 20,
    given: { awards: 4, points: 40, valueFen: 40 },
    really: { awards: 1, points: 10, valueFen: 10 },
    allGiven: { awards: 6, points: 80, valueFen: 80 },
    allReally: { awards: 5, points: 110, valueFen: 110 },
    members: 2,
    days: [
      { day: '2027-03-01', awards: 2, points: 20, valueFen: 20, reallyPoints: 10, reallyValueFen: 10 },
      { day: '2027-03-02', awards: 1, points: 10, valueFen: 10, reallyPoints: 0, reallyValueFen: 0 },
      { day: '2027-03-03', awards: 1, points: 10, valueFen: 10, reallyPoints: 0, reallyValueFen: 0 },
    ],
    budget: { awardsMax: 4, valueFenMax: 1_000, endsOn: '2027-03-03' },
    groups: [],
    segments: [],
    missions: { finished: 4, underWay: 5 },
    receivers: [
      { memberNo: 1, awards: 2, points: 20, valueFen: 20 },
      { memberNo: 2, awards: 2, points: 20, valueFen: 20 },
    ],
    collisions: [
      { ruleId: idOf(2), name: '规则2', kind: 'STACKING', taken: 1, given: 2 },
      { ruleId: idOf(3), name: '规则3', kind: 'YEARLY_CAP', taken: 0, given: 1 },
    ],
    suspicions: [
      { hold: 'LESSON_TOO_FAST', awards: 1 },
      { hold: 'TOO_MANY', awards: 1 },
    ],
    rules: [
      {
        ruleId: idOf(1),
        name: '规则1',
        given: { awards: 4, points: 40, valueFen: 40 },
        really: { awards: 1, points: 10, valueFen: 10 },
      },
      {
        ruleId: idOf(2),
        name: '规则2',
        given: { awards: 2, points: 40, valueFen: 40 },
        really: { awards: 2, points: 40, valueFen: 40 },
      },
      {
        ruleId: idOf(3),
        name: '规则3',
        given: { awards: 0, points: 0, valueFen: 0 },
        really: { awards: 2, points: 60, valueFen: 60 },
      },
    ],
  });
  const never = await buildReport(parts({ candidates: CANDIDATES.slice(0, 1), wasLive: false }));
  expect([never.really, never.missions, never.budget.endsOn]).toEqual([null, null, null]);
});

it('H-01 H-02 members are counted in the segments and groups of the day of each event, not in those of today', () => {
  const shares = new ShareCount();
  const stay = (segmentKey: string, fromDay: number, toDay: number | null) => ({
    memberNo: 1,
    segmentKey,
    // As scoring writes it: what is found on a day holds from its end.
    fromAsOf: dayOfInstant(at(fromDay, 0)) + 1,
    toAsOf: toDay === null ? null : dayOfInstant(at(toDay, 0)) + 1,
  });
  const once = (day: number) => ({ occurredAt: at(day, 9), points: 10, valueFen: 5 });
  shares.add(
    [once(1), once(2), once(3)],
    [stay('group.POTENTIAL', 1, 3), stay('group.KEY_GUIDE', 3, null), stay('rule.7', 2, 3)],
  );
  shares.add([once(3)], [stay('group.KEY_GUIDE', 1, null), stay('group.POTENTIAL', 4, null)]);
  const names = new Map([
    ['group.POTENTIAL', '潜在'],
    ['group.KEY_GUIDE', '引导'],
    ['rule.7', '爱学习'],
  ]);
  expect(shares.sharesOf(['group'], names)).toEqual([
    { name: '引导', members: 2, awards: 2, points: 20, valueFen: 10 },
    { name: '潜在', members: 1, awards: 2, points: 20, valueFen: 10 },
  ]);
  expect(shares.sharesOf(['rule'], names)).toEqual([
    { name: '爱学习', members: 1, awards: 1, points: 10, valueFen: 5 },
  ]);
});

it('H-01 whatever was given, the days add up to it, the rules to all of it, and nobody gets more than there is', async () => {
  const some = fc
    .record({
      ruleNo: fc.integer({ min: 1, max: 4 }),
      memberNo: fc.integer({ min: 1, max: 30 }),
      hour: fc.integer({ min: 0, max: 71 }),
      points: fc.nat(100),
      valueFen: fc.nat(100),
      hold: fc.constantFrom(null, 'TOO_MANY' as const),
      refusal: fc.constantFrom(null, null, null, 'GUARD' as const, 'BUDGET' as const),
    })
    .map(({ hour, ruleNo, memberNo, ...of }) => candidate(ruleNo, memberNo, START + hour * HOUR, of));
  await fc.assert(
    fc.asyncProperty(fc.array(some, { maxLength: 80 }), fc.nat(3), async (candidates, day) => {
      const really = [
        { ruleNo: 2, day: dayOfInstant(START + day * HOUR), awards: 3, points: 6, valueFen: 7 },
      ];
      const report = await buildReport(parts({ candidates, really }));
      const sumOf = (all: readonly { awards: number; points: number; valueFen: number }[]) => ({
        awards: all.reduce((sum, { awards }) => sum + awards, 0),
        points: all.reduce((sum, { points }) => sum + points, 0),
        valueFen: all.reduce((sum, { valueFen }) => sum + valueFen, 0),
      });
      expect(sumOf(report.days)).toEqual(report.given);
      expect(sumOf(report.rules.map(({ given }) => given))).toEqual(report.allGiven);
      expect(sumOf(report.rules.map((each) => each.really))).toEqual(report.allReally);
      const most = sumOf(report.receivers);
      expect(most.awards).toBeLessThanOrEqual(report.given.awards);
      expect(most.valueFen).toBeLessThanOrEqual(report.given.valueFen);
      expect(report.receivers.length).toBe(Math.min(20, report.members));
      const held = report.suspicions.reduce((sum, { awards }) => sum + awards, 0);
      expect(held).toBeLessThanOrEqual(report.given.awards);
      expect(startOfDay(DAY_1)).toBe(START);
      const receivers = report.receivers.map(({ memberNo: _, ...given }) => ({
        ...given,
        memberId: idOf(1),
        displayName: '王*',
      }));
      expect(BacktestReport.safeParse({ ...report, receivers }).success).toBe(true);
    }),
  );
});
