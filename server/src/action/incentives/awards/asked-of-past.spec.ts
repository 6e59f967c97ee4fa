import { expect, it } from '@jest/globals';
import { awardFields } from '@siyu/shared/contracts/award-fields.limits';
import {
  type AwardRule,
  type Counters,
  decide,
  type EarningFact,
  HISTORY_FIELDS,
  prepareRules,
} from '@siyu/shared/incentives';
import { checkRule } from '@siyu/shared/rules';
import fc from 'fast-check';
import { askedOfPast } from './asked-of-past.ts';

const FROM = Date.UTC(2026, 11, 31, 16);
const DAY_MS = 86_400_000;
const LIVE = 'live_attended';
const NOBODY: Counters = {
  ofRule: () => ({ today: 0, thisWeek: 0, total: 0, lastAwardedAt: null }),
  yearValueFen: 0,
};

function conditionOf(asks: readonly object[]): AwardRule['condition'] {
  if (asks.length === 0) return null;
  const verdict = checkRule({ combinator: 'and', rules: asks }, awardFields);
  if (!verdict.isGood) throw new Error(JSON.stringify(verdict.faults));
  return verdict.rule;
}
const ruleOf = (ruleNo: number, asks: readonly object[], parts: Partial<AwardRule> = {}): AwardRule => ({
  ruleNo,
  version: 1,
  name: '看一场直播',
  when: LIVE,
  condition: conditionOf(asks),
  mission: null,
  then: { kind: 'points', points: 10 },
  limits: {
    perDay: null,
    perWeek: null,
    total: null,
    coolDownHours: null,
    pendingDays: 0,
    expiresAfterDays: 365,
  },
  valueFen: 10,
  schedule: { from: FROM, until: FROM + 181 * DAY_MS },
  priority: 0,
  stackingGroup: null,
  holdoutPercent: 0,
  ...parts,
});
const factAt = (day: number, seq: number, type: EarningFact['type'] = LIVE): EarningFact => ({
  memberNo: 7,
  seq,
  eventId: `event-${seq}`,
  type,
  occurredAt: FROM + (day + 0.5) * DAY_MS,
  recordedAt: FROM + (day + 0.5) * DAY_MS,
  contentId: `content-${seq % 3}`,
  value: 30,
  isClockSuspect: false,
});
const inTwoLives: AwardRule['mission'] = {
  steps: [{ event: LIVE, count: 2, contentIds: null, days: 'any' }],
  isOrdered: false,
  withinDays: null,
};
const asked = (...rules: readonly AwardRule[]) => askedOfPast(prepareRules(rules), [LIVE]);
const NOTHING = { history: false, lessonsCompleted: false, stage: false };

it('G-10 of the past is read what a rule of the events asks, however deep it stands, and nothing else', () => {
  const minutes = { field: 'minutesAttended', operator: '>=', value: 10 };
  expect(asked()).toEqual(NOTHING);
  expect(asked(ruleOf(1, [minutes]))).toEqual(NOTHING);
  for (const { key } of HISTORY_FIELDS) {
    const ask = { field: key, operator: '>=', value: 1 };
    const deep = { combinator: 'or', rules: [minutes, { combinator: 'and', rules: [ask] }] };
    expect(asked(ruleOf(1, [minutes]), ruleOf(2, [deep]))).toEqual({ ...NOTHING, history: true });
    expect(asked(ruleOf(1, [ask], { when: 'checked_in' }))).toEqual(NOTHING);
  }
  expect(asked(ruleOf(1, [], { mission: inTwoLives }))).toEqual({ ...NOTHING, history: true });
  const lessons = { field: 'lessonsCompleted', operator: '>=', value: 2 };
  expect(asked(ruleOf(1, [lessons]))).toEqual({ ...NOTHING, lessonsCompleted: true });
  const stage = { field: 'stage', operator: 'in', value: ['FAMILIAR'] };
  expect(asked(ruleOf(1, [stage]))).toEqual({ ...NOTHING, stage: true });
});

it('G-10 what is not read changes no decision and no explanation', () => {
  const ask = fc.constantFrom(
    { field: 'minutesAttended', operator: '>=', value: 10 },
    { field: 'nthThisWeek', operator: '>=', value: 2 },
    { field: 'streakDays', operator: '>=', value: 2 },
    { field: 'lessonsIn30', operator: '>=', value: 1 },
    { field: 'lessonsCompleted', operator: '>=', value: 2 },
    { field: 'stage', operator: 'in', value: ['FAMILIAR'] },
  );
  const rules = fc.array(
    fc.record({ asks: fc.array(ask, { maxLength: 3 }), isMission: fc.boolean(), isLive: fc.boolean() }),
    { minLength: 1, maxLength: 4 },
  );
  const past = fc.array(
    fc.record({
      day: fc.nat({ max: 40 }),
      type: fc.constantFrom<EarningFact['type']>(LIVE, 'lesson_completed'),
    }),
    { maxLength: 8 },
  );
  const facts = fc.record({
    stage: fc.constantFrom(null, 'STRANGER', 'FAMILIAR'),
    lessonsCompleted: fc.nat({ max: 3 }),
  });
  fc.assert(
    fc.property(rules, past, facts, (drawn, earlier, known) => {
      const prepared = prepareRules(
        drawn.map(({ asks, isMission, isLive }, at) =>
          ruleOf(at + 1, asks, {
            when: isLive ? LIVE : 'lesson_completed',
            mission: isMission ? inTwoLives : null,
          }),
        ),
      );
      const fact = factAt(40, 100);
      const all = earlier.map(({ day, type }, at) => factAt(day, at + 1, type));
      const needed = askedOfPast(prepared, [LIVE]);
      const read = {
        past: needed.history ? all : [],
        facts: {
          stage: needed.stage ? known.stage : null,
          lessonsCompleted: needed.lessonsCompleted ? known.lessonsCompleted : null,
        },
      };
      const options = { yearlyCapFen: 20_000, isExplained: true };
      expect(decide(prepared, fact, read, NOBODY, options)).toEqual(
        decide(prepared, fact, { past: all, facts: known }, NOBODY, options),
      );
    }),
    { numRuns: 300 },
  );
});
