import { expect, it } from '@jest/globals';
import { awardFields } from '@siyu/shared/contracts/award-fields.limits';
import type { AwardRule, EarningEvent } from '@siyu/shared/incentives';
import { checkRule } from '@siyu/shared/rules';
import fc from 'fast-check';
import type { Loss } from './candidate.ts';
import { decidePerson, type ReplayFact, type ReplayPerson } from './decide-person.ts';
import { withDraft } from './draft-line.ts';
import { BudgetFold, NO_STORES } from './fold-budgets.ts';
import { replay } from './replay.ts';
import type { Exhaustion, LineStep, RuleLine } from './rule-line.ts';
import { RulesOverTime } from './rules-over-time.ts';

/** 00:00 of the first day, Shanghai. */
const START = Date.UTC(2027, 1, 28, 16);
const HOUR = 3_600_000;
const at = (day: number, hour: number): number => START + ((day - 1) * 24 + hour) * HOUR;
const END = at(60, 0);

type Change = Partial<Omit<AwardRule, 'limits'>> & { readonly limits?: Partial<AwardRule['limits']> };
const versionOf = (change: Change, awardsMax: number, approvedAt = START) => {
  const { limits, ...parts } = change;
  const rule: AwardRule = {
    ruleNo: 1,
    version: 1,
    name: '学完一课',
    when: 'lesson_completed',
    condition: null,
    mission: null,
    then: { kind: 'points', points: parts.valueFen ?? 10 },
    valueFen: 10,
    schedule: { from: approvedAt, until: END },
    priority: 10,
    stackingGroup: null,
    holdoutPercent: 0,
    ...parts,
    limits: {
      perDay: null,
      perWeek: null,
      total: null,
      coolDownHours: null,
      pendingDays: 0,
      expiresAfterDays: 365,
      ...limits,
    },
  };
  const live = { ruleId: `rule-${rule.ruleNo}`, rule, title: rule.name, reason: '谢谢您的时间' };
  return { approvedAt, live, bounds: { awardsMax, valueFenMax: 100_000 } };
};
const lineOf = (
  ruleNo: number,
  versions: RuleLine['versions'],
  steps: readonly LineStep[] = [],
): RuleLine => ({
  ruleNo,
  isDraft: false,
  versions,
  steps: [{ at: START, act: 'APPROVE' }, ...steps],
  usedBefore: { awards: 0, points: 0, valueFen: 0 },
});
const limitsOf = (yearlyCapFen: number) => [
  { from: 0, value: { source: '制度', yearlyCapFen, pointCostMilliFen: 1_000, physicalGifts: null } },
];
const factOf = (
  decidedNo: number,
  memberNo: number,
  type: EarningEvent,
  occurredAt: number,
  change: Partial<ReplayFact> = {},
): ReplayFact => ({
  memberNo,
  seq: decidedNo,
  eventId: `event-${decidedNo}`,
  type,
  occurredAt,
  recordedAt: occurredAt,
  contentId: `content-${decidedNo}`,
  value: null,
  isClockSuspect: false,
  ring: null,
  decidedNo,
  decidedAt: occurredAt,
  withdrawnAt: null,
  stage: null,
  ...change,
});
const personsOf = (facts: readonly ReplayFact[]): readonly ReplayPerson[] =>
  [...new Set(facts.map(({ memberNo }) => memberNo))].map((memberNo) => ({
    memberNo,
    facts: facts.filter((fact) => fact.memberNo === memberNo),
    givenBefore: [],
    takenBackAt: () => null,
  }));
const WINDOW = { from: START, until: END };
/** Two people at a time. */
async function* chunksOf(persons: readonly ReplayPerson[]): AsyncGenerator<readonly ReplayPerson[]> {
  for (let at = 0; at < persons.length; at += 2) yield persons.slice(at, at + 2);
}
const replayed = async (facts: readonly ReplayFact[], rules: RulesOverTime) => {
  const persons = personsOf(facts);
  const source = {
    everybody: () => chunksOf(persons),
    these: (memberNos: readonly number[]) =>
      chunksOf(persons.filter(({ memberNo }) => memberNos.includes(memberNo))),
  };
  const seen = { person: () => {}, chunk: async () => {} };
  const { candidates, losses, exhausted } = await replay(source, WINDOW, rules, NO_STORES, seen);
  return { candidates: [...candidates], losses: [...losses], exhausted };
};

// Rule 1 thanks for a lesson a day with 10, six times in all, and once more when a new version is approved on day 8;
// rule 2, of the same group and behind it, with 5 once in 48 hours; rule 3 for a live with 20, twice, and is paused from
// 10:00 of day 5 to the beginning of day 7. Nobody gets more than 75 in a year; each rule alone stays below that by its
// total, as the guard wants it.
const LESSON = 'lesson_completed';
const LIVE = 'live_attended';
const EVENTS: readonly [
  no: number,
  member: number,
  type: EarningEvent,
  day: number,
  hour: number,
  given: number,
  why: string,
][] = [
  [1, 1, LESSON, 1, 9, 1, 'the first of the budget of rule 1; member 1 has 10'],
  [2, 2, LESSON, 1, 10, 1, 'the second; member 2 has 10'],
  [3, 1, LESSON, 1, 11, 2, 'rule 1 thanked today, so rule 2 does; member 1 has 15'],
  [4, 3, LESSON, 1, 12, 1, 'the third; withdrawn at 20:00 of day 2'],
  [5, 1, LESSON, 2, 9, 1, 'the fourth; member 1 has 25'],
  [6, 1, LESSON, 2, 10, 0, 'rule 1 thanked today, rule 2 cools down until 11:00 of day 3'],
  [7, 2, LESSON, 2, 11, 1, 'the fifth; member 2 has 20'],
  [8, 3, LIVE, 2, 12, 3, 'member 3 has 30'],
  [9, 2, LIVE, 2, 13, 3, 'member 2 has 40'],
  [10, 3, LESSON, 3, 9, 1, 'the fifth again, since one came back; member 3 has 20 + 10'],
  [11, 1, LESSON, 3, 10, 1, 'the sixth and last; member 1 has 35'],
  [12, 2, LESSON, 3, 11, 0, 'rule 1 finds its budget empty and stops; it stood before rule 2'],
  [13, 2, LESSON, 3, 12, 2, 'rule 1 is closed; member 2 has 45'],
  [14, 1, LESSON, 3, 13, 2, '50 hours after the last one of rule 2; member 1 has 40'],
  [15, 3, LESSON, 4, 9, 2, 'member 3 has 35'],
  [16, 2, LESSON, 4, 10, 0, 'rule 2 cools down until 12:00 of day 5'],
  [17, 2, LIVE, 4, 11, 3, 'the second and last live of member 2, who has 65'],
  [18, 2, LIVE, 5, 9, 0, 'a third one'],
  [19, 3, LIVE, 5, 11, 0, 'paused'],
  [20, 1, LIVE, 5, 12, 0, 'paused'],
  [21, 1, LESSON, 6, 12, 2, 'member 1 has 45'],
  [22, 3, LIVE, 7, 12, 3, 'it goes on; member 3 has 55'],
  [23, 1, LIVE, 7, 13, 3, 'member 1 has 65'],
  [24, 1, LIVE, 7, 14, 0, 'told by a clock that cannot be right'],
  [25, 1, LIVE, 8, 12, 0, '85 would be more than a year allows'],
  [26, 1, LESSON, 8, 13, 1, 'the seventh, by the new version; member 1 has 75'],
  [27, 2, LESSON, 8, 14, 0, 'empty again'],
  [28, 2, LESSON, 8, 15, 2, 'member 2 has 70'],
  [29, 3, 'quiz_submitted', 9, 9, 0, 'no rule waits for it'],
  [30, 2, LESSON, 10, 15, 2, '48 hours to the minute; member 2 has 75'],
];
const DAY_8 = at(8, 0);
const STUDY = { stackingGroup: '学习' };
const fixtureLines = (): readonly RuleLine[] => [
  lineOf(
    1,
    [
      versionOf({ ...STUDY, limits: { perDay: 1, total: 7 }, schedule: { from: START, until: DAY_8 } }, 6),
      versionOf(
        { ...STUDY, version: 2, limits: { perDay: 1, total: 7 }, schedule: { from: DAY_8, until: END } },
        7,
        DAY_8,
      ),
    ],
    [{ at: DAY_8, act: 'APPROVE' }],
  ),
  lineOf(2, [
    versionOf(
      { ...STUDY, ruleNo: 2, priority: 5, valueFen: 5, limits: { coolDownHours: 48, total: 10 } },
      100,
    ),
  ]),
  lineOf(
    3,
    [versionOf({ ruleNo: 3, when: LIVE, valueFen: 20, limits: { total: 2 } }, 100)],
    [
      { at: at(5, 10), act: 'PAUSE' },
      { at: at(7, 0), act: 'RESUME' },
    ],
  ),
];

it('H-03 thirty events whose awards were worked out by hand come out so, in whatever order they are read', async () => {
  const facts = EVENTS.map(([no, member, type, day, hour]) =>
    factOf(no, member, type, at(day, hour), {
      withdrawnAt: no === 4 ? at(2, 20) : null,
      isClockSuspect: no === 24,
    }),
  );
  const wanted = EVENTS.filter(([, , , , , given]) => given > 0).map(([no, , , , , given]) => [no, given]);
  for (const read of [facts, [...facts].reverse()]) {
    const rules = new RulesOverTime(fixtureLines(), limitsOf(75));
    const { candidates, exhausted } = await replayed(read, rules);
    const given = candidates.filter(({ refusal }) => refusal === null);
    expect(given.map(({ decidedNo, ruleNo }) => [decidedNo, ruleNo])).toEqual(wanted);
    expect(candidates.filter(({ refusal }) => refusal !== null)).toMatchObject([
      { decidedNo: 12, ruleNo: 1, refusal: 'BUDGET' },
      { decidedNo: 27, ruleNo: 1, refusal: 'BUDGET' },
    ]);
    expect(exhausted.map(({ decidedNo, until }) => [decidedNo, until])).toEqual([
      [12, DAY_8],
      [27, Infinity],
    ]);
  }
});

it('H-02 a member whose stage changes in mid-window is asked by the stage of each moment, not by that of today', async () => {
  const verdict = checkRule(
    { combinator: 'and', rules: [{ field: 'stage', operator: '=', value: 'FAMILIAR' }] },
    awardFields,
  );
  if (!verdict.isGood) throw new Error(JSON.stringify(verdict.faults));
  const lines = [lineOf(1, [versionOf({ condition: verdict.rule, limits: { total: 7 } }, 100)])];
  const facts = [1, 2, 3, 4].map((day) =>
    factOf(day, 1, LESSON, at(day, 9), { stage: day === 2 || day === 3 ? 'FAMILIAR' : 'WEAK_TIE' }),
  );
  const givenOn = async (told: readonly ReplayFact[]) =>
    (await replayed(told, new RulesOverTime(lines, limitsOf(20_000)))).candidates.map(
      ({ decidedNo }) => decidedNo,
    );
  expect(await givenOn(facts)).toEqual([2, 3]);
  const today = facts.at(-1)?.stage ?? null;
  expect(await givenOn(facts.map((fact) => ({ ...fact, stage: today })))).toEqual([]);
});

/** As `replay` wants to be, without its short ways: everybody decided anew for each rule that stops. */
function replayedPlainly(facts: readonly ReplayFact[], rules: RulesOverTime) {
  const exhausted: Exhaustion[] = [];
  for (;;) {
    const decided = personsOf(facts).map((person) => decidePerson(person, WINDOW, rules, exhausted));
    const candidates = decided
      .flatMap((each) => each.candidates)
      .sort((one, other) => one.decidedNo - other.decidedNo);
    const fold = new BudgetFold(rules.lines, NO_STORES);
    const ended = [...new Set(candidates.map(({ decidedNo }) => decidedNo))]
      .map((no) => fold.take(candidates.filter(({ decidedNo }) => decidedNo === no)))
      .find((each) => each.length > 0);
    if (ended === undefined) return { candidates, losses: decided.flatMap((each) => each.losses), exhausted };
    exhausted.push(...ended);
  }
}

const someFacts = fc
  .array(
    fc.record({
      memberNo: fc.integer({ min: 1, max: 4 }),
      type: fc.constantFrom<EarningEvent>(LESSON, LIVE),
      hours: fc.integer({ min: 1, max: 30 }),
      backAfter: fc.constantFrom(null, null, null, 5, 60),
    }),
    { maxLength: 30 },
  )
  .map((told) => {
    let now = START;
    return told.map(({ memberNo, type, hours, backAfter }, place) => {
      now += hours * HOUR;
      const withdrawnAt = backAfter === null ? null : now + backAfter * HOUR + 1;
      return factOf(place + 1, memberNo, type, now, { withdrawnAt });
    });
  });
const someLine = (ruleNo: number) =>
  fc
    .record({
      when: fc.constantFrom<EarningEvent>(LESSON, LIVE),
      stackingGroup: fc.constantFrom(null, '学习'),
      priority: fc.integer({ min: 1, max: 3 }),
      valueFen: fc.integer({ min: 5, max: 20 }),
      perDay: fc.constantFrom(null, 1),
      coolDownHours: fc.constantFrom(null, 24),
      awardsMax: fc.integer({ min: 1, max: 8 }),
      resumedOn: fc.constantFrom(null, null, 6, 12),
    })
    .map(({ perDay, coolDownHours, awardsMax, resumedOn, ...parts }) =>
      lineOf(
        ruleNo,
        [versionOf({ ruleNo, ...parts, limits: { perDay, coolDownHours, total: 10 } }, awardsMax)],
        resumedOn === null ? [] : [{ at: at(resumedOn, 0), act: 'RESUME' }],
      ),
    );
const someLines = fc.tuple(someLine(1), someLine(2), someLine(3));

it('H-07 whatever ends, deciding anew only those whom it concerns gives what deciding everybody anew gives', async () => {
  await fc.assert(
    fc.asyncProperty(someFacts, someLines, fc.constantFrom(200, 20_000), async (facts, lines, cap) => {
      const limits = limitsOf(cap);
      const wanted = replayedPlainly(facts, new RulesOverTime(lines, limits));
      const found = await replayed(facts, new RulesOverTime(lines, limits));
      const byPlace = (losses: readonly Loss[]) =>
        losses.map((each) => `${each.decidedNo} ${each.ruleNo} ${each.byRuleNo} ${each.kind}`).sort();
      expect(found.candidates).toEqual(wanted.candidates);
      expect(found.exhausted).toEqual(wanted.exhausted);
      expect(byPlace(found.losses)).toEqual(byPlace(wanted.losses));
    }),
  );
});

it('H-07 what a rule loses once it goes on again is told also of people for whom nothing is decided anew', async () => {
  const line = (ruleNo: number, priority: number) =>
    lineOf(
      ruleNo,
      [versionOf({ ruleNo, priority, ...STUDY, limits: { total: 7 } }, 1)],
      [{ at: at(4, 0), act: 'RESUME' }],
    );
  const facts = [
    factOf(1, 1, LESSON, at(1, 9)),
    factOf(2, 1, LESSON, at(2, 9)),
    factOf(3, 1, LESSON, at(3, 9)),
    factOf(4, 1, LESSON, at(3, 10)),
    factOf(5, 2, LESSON, at(4, 9)),
  ];
  const rules = new RulesOverTime([line(1, 9), line(2, 1)], limitsOf(20_000));
  const { losses, exhausted } = await replayed(facts, rules);
  expect(exhausted.map(({ decidedNo, ruleNo }) => [decidedNo, ruleNo])).toEqual([
    [2, 1],
    [4, 2],
    [5, 1],
  ]);
  expect(losses.map(({ decidedNo, ruleNo }) => [decidedNo, ruleNo])).toEqual([
    [1, 2],
    [2, 2],
    [5, 2],
  ]);
});

it('H-01 a draft takes from other rules only by the group that they share and by the cap of the year, and what it takes is told', async () => {
  const draftLine = ({ versions: [version], ruleNo }: RuleLine, stackingGroup: string | null) => {
    if (version === undefined) throw new Error('a rule without a version');
    const { live, bounds } = version;
    const { schedule: _, ...rule } = live.rule;
    return { ruleId: `rule-${ruleNo}`, title: '', reason: '', frozen: { ...rule, stackingGroup }, bounds };
  };
  await fc.assert(
    fc.asyncProperty(someFacts, someLines, async (facts, [one, two, draft]) => {
      const limits = limitsOf(1_000_000);
      const live = [one, two];
      const rowsOf = async (lines: readonly RuleLine[]) => {
        const { candidates, losses } = await replayed(facts, new RulesOverTime(lines, limits));
        return { rows: candidates.filter(({ ruleNo }) => ruleNo !== 3), losses };
      };
      const without = await rowsOf(live);
      const alone = await rowsOf(withDraft(live, draftLine(draft, null), WINDOW));
      expect(alone.rows).toEqual(without.rows);
      const beside = await rowsOf(withDraft(live, draftLine(draft, '学习'), WINDOW));
      const isTouched = beside.losses.some(({ ruleNo, byRuleNo }) => ruleNo === 3 || byRuleNo === 3);
      if (!isTouched) expect(beside.rows).toEqual(without.rows);
    }),
  );
});

it('H-01 a draft stands in the place of its rule with days over the whole window and a budget of its own', async () => {
  const facts = [1, 2, 3, 4].map((day) => factOf(day, 1, LESSON, at(day, 9)));
  const own = lineOf(1, [versionOf({ limits: { total: 7 } }, 3, at(3, 0))]);
  const used = { ...own, usedBefore: { awards: 2, points: 20, valueFen: 20 } };
  const live = await replayed(facts, new RulesOverTime([used], limitsOf(20_000)));
  expect(live.candidates.map(({ decidedNo, refusal }) => [decidedNo, refusal])).toEqual([
    [3, null],
    [4, 'BUDGET'],
  ]);
  const { schedule: _, ...frozen } = versionOf({ version: 2, valueFen: 30 }, 3).live.rule;
  const bounds = { awardsMax: 3, valueFenMax: 100_000 };
  const lines = withDraft([used], { ruleId: 'rule-1', title: '', reason: '', frozen, bounds }, WINDOW);
  const { candidates } = await replayed(facts, new RulesOverTime(lines, limitsOf(20_000)));
  expect(candidates.map(({ decidedNo, points, refusal }) => [decidedNo, points, refusal])).toEqual([
    [1, 30, null],
    [2, 30, null],
    [3, 30, null],
    [4, 30, 'BUDGET'],
  ]);
});
