import { describe, expect, it } from '@jest/globals';
import type { BacktestReport } from '@siyu/shared/contracts/backtests';
import fc from 'fast-check';
import { formatAmount, formatCount } from '../../format/figures.ts';
import { formatCivilDay } from '../../format/moments.ts';
import { burnLines } from './burn-lines.ts';
import { bandOf, budgetPercent, changeTenths } from './forecast-figures.ts';
import { comparisonSentence, forecastSentences } from './forecast-sentences.ts';

const NOTHING = { awards: 0, points: 0, valueFen: 0 };
const RULE_ID = '00000000-0000-4000-8000-000000000001';

const report = (of: Partial<BacktestReport> = {}): BacktestReport => ({
  events: 500,
  given: { awards: 30, points: 300, valueFen: 3_000 },
  really: null,
  allGiven: { awards: 130, points: 1_300, valueFen: 13_000 },
  allReally: { awards: 100, points: 1_000, valueFen: 10_000 },
  members: 12,
  days: [
    { day: '2026-11-27', awards: 10, points: 100, valueFen: 1_000, reallyPoints: 0, reallyValueFen: 0 },
    { day: '2026-11-28', awards: 20, points: 200, valueFen: 2_000, reallyPoints: 0, reallyValueFen: 500 },
  ],
  budget: { awardsMax: 100, valueFenMax: 4_000, endsOn: null },
  groups: [
    { name: '新客', members: 4, awards: 10, points: 100, valueFen: 1_000 },
    { name: '熟客', members: 8, awards: 20, points: 200, valueFen: 2_000 },
  ],
  segments: [],
  missions: null,
  receivers: [
    { memberId: RULE_ID, displayName: '王**', awards: 6, points: 60, valueFen: 600 },
    { memberId: RULE_ID, displayName: '李*', awards: 3, points: 30, valueFen: 300 },
  ],
  collisions: [],
  suspicions: [],
  rules: [],
  ...of,
});

describe('the sentences of a back-test', () => {
  it('H-08 say what the figures of the report say', () => {
    expect(forecastSentences(report())).toEqual({
      given:
        '2026年11月27日 到 2026年11月28日 的 2 天里有 500 件事，这份草稿会送给 12 位客户 30 次，共 300 积分，价值 30.00 元。',
      budget: '预算够用：2 天里用掉 75%。',
      band: '回测把客户的行为当作不变；规则一改，行为也会变。如果行为少 20% 或多 20%，大约送出 24 到 36 次，价值 24.00 元 到 36.00 元。',
      difference: '全部规则合计比实际发生的多送 30 次、多 300 积分、多 30.00 元，价值多 30.0%。',
      ownDifference: null,
      burn: '平均每天 15.00 元，最多的一天是 2026年11月28日，20.00 元。',
      reached: '会得到的有 12 位客户，「熟客」最多，有 8 位。',
      receivers: '得到最多的 2 位一共得到 9 次，占全部的 30%。',
      collisions: '和别的规则没有冲突。',
      suspicions: '没有疑似异常的。',
      missions: null,
    });
    const tight = report({
      budget: { awardsMax: 30, valueFenMax: 4_000, endsOn: '2026-11-28' },
      missions: { finished: 30, underWay: 7 },
      suspicions: [
        { hold: 'TOO_MANY', awards: 2 },
        { hold: 'QUIZ_TOO_FAST', awards: 1 },
      ],
      collisions: [
        { ruleId: RULE_ID, name: '学完一课', kind: 'STACKING', taken: 5, given: 2 },
        { ruleId: RULE_ID, name: '学完一课', kind: 'YEARLY_CAP', taken: 1, given: 0 },
      ],
      allGiven: { awards: 100, points: 900, valueFen: 10_000 },
      really: { awards: 40, points: 300, valueFen: 4_000 },
    });
    expect(forecastSentences(tight)).toMatchObject({
      budget: '预算在 2026年11月28日（第 2 天）用完，之后不再送。',
      band: expect.stringContaining('大约送出 24 到 30 次'),
      difference: '全部规则合计比实际发生的少 100 积分。',
      ownDifference: '这条规则比实际发生的少送 10 次、少 10.00 元，价值少 25.0%。',
      missions: '任务会做完 30 次，到最后一天还有 7 位客户做到一半。',
      suspicions: '有 3 次疑似异常，会先留给人核对，占 10.0%。',
      collisions: '和 1 条规则有冲突：这份草稿因此少送 6 次，别的规则因此少送 2 次。',
    });
    expect(forecastSentences(report({ given: NOTHING, members: 0, days: [], groups: [] }))).toMatchObject({
      given: '这段时间里有 500 件事，这份草稿一次也不会送出。',
      budget: '预算一分也不会用。',
      band: '回测把客户的行为当作不变；规则一改，行为也会变。',
      burn: '没有一天会花钱。',
      reached: '没有客户会得到。',
    });
  });

  it('H-08 compare two runs by their own figures', () => {
    const other = report({ given: { awards: 20, points: 350, valueFen: 3_000 }, members: 13 });
    expect(comparisonSentence(report(), other)).toBe('左边比右边多送 10 次、少 50 积分、少 1 位客户。');
    expect(comparisonSentence(report(), report())).toBe('两次回测送出的一样多，送到的客户也一样多。');
  });

  it('H-08 draws the days on one scale with the day on which the budget ends', () => {
    const box = { width: 100, height: 40 };
    expect(burnLines(report().days, '2026-11-28', box)).toEqual({
      draft: '25.0,20.0 75.0,0.0',
      really: '25.0,40.0 75.0,30.0',
      endX: 75,
      mostFen: 2_000,
    });
    expect(burnLines([], null, box)).toEqual({ draft: '', really: '', endX: null, mostFen: 0 });
  });
});

const count = fc.nat(2_000_000);
const given = fc.record({ awards: count, points: count, valueFen: count });
const days = fc.array(given, { minLength: 1, maxLength: 180 }).map((all) =>
  all.map((day, at) => ({
    ...day,
    day: new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10),
    reallyPoints: 0,
    reallyValueFen: at,
  })),
);
const share = fc.record({
  name: fc.constantFrom('甲', '乙', '丙'),
  members: count,
  awards: count,
  points: count,
  valueFen: count,
});
const anyReport: fc.Arbitrary<BacktestReport> = fc
  .record({
    days,
    allGiven: given,
    allReally: given,
    really: fc.option(given),
    events: count,
    members: count,
    groups: fc.array(share),
    room: fc.record({ awards: count, valueFen: count }),
    ends: fc.option(fc.nat(179)),
    held: fc.nat(100),
    missions: fc.option(fc.record({ finished: count, underWay: count })),
    receivers: fc.array(given, { maxLength: 20 }),
    collisions: fc.array(fc.tuple(count, count), { maxLength: 5 }),
  })
  .map(({ room, ends, held, receivers, collisions, ...rest }) => {
    const total = rest.days.reduce(
      (sum, day) => ({
        awards: sum.awards + day.awards,
        points: sum.points + day.points,
        valueFen: sum.valueFen + day.valueFen,
      }),
      NOTHING,
    );
    return report({
      ...rest,
      given: total,
      budget: {
        awardsMax: total.awards + room.awards + 1,
        valueFenMax: total.valueFen + room.valueFen,
        endsOn: ends === null ? null : (rest.days[ends]?.day ?? null),
      },
      suspicions: [{ hold: 'TOO_MANY', awards: Math.min(held, total.awards) }],
      receivers: receivers.map((each) => ({ ...each, memberId: RULE_ID, displayName: '王**' })),
      collisions: collisions.map(([taken, lost]) => ({
        ruleId: RULE_ID,
        name: '学完一课',
        kind: 'STACKING',
        taken,
        given: lost,
      })),
    });
  });

/** Every number that a sentence may say: what stands in the report, and what two of its figures make together. */
function knownNumbers(of: BacktestReport): ReadonlySet<string> {
  const { given: draft, allGiven, allReally, really, budget } = of;
  const sum = (counts: readonly number[]): number => counts.reduce((total, each) => total + each, 0);
  const kinds = ['awards', 'points', 'valueFen'] as const;
  const received = sum(of.receivers.map(({ awards }) => awards));
  const held = sum(of.suspicions.map(({ awards }) => awards));
  const counts = [
    20,
    of.events,
    of.members,
    of.days.length,
    of.days.findIndex(({ day }) => day === budget.endsOn) + 1,
    ...of.groups.map(({ members }) => members),
    ...kinds.flatMap((kind) => [
      draft[kind],
      Math.abs(allGiven[kind] - allReally[kind]),
      Math.abs(draft[kind] - (really?.[kind] ?? 0)),
    ]),
    ...bandOf(draft.awards, budget.awardsMax),
    ...Object.values(of.missions ?? {}),
    of.receivers.length,
    received,
    Math.min(100, Math.floor((100 * received) / Math.max(1, draft.awards))),
    budgetPercent(of),
    held,
    new Set(of.collisions.map(({ ruleId }) => ruleId)).size,
    sum(of.collisions.map(({ taken }) => taken)),
    sum(of.collisions.map(({ given: lost }) => lost)),
  ];
  const fen = [
    draft.valueFen,
    Math.abs(allGiven.valueFen - allReally.valueFen),
    Math.abs(draft.valueFen - (really?.valueFen ?? 0)),
    ...bandOf(draft.valueFen, budget.valueFenMax),
    ...of.days.map(({ valueFen }) => valueFen),
    Math.round(sum(of.days.map(({ valueFen }) => valueFen)) / Math.max(1, of.days.length)),
  ];
  const tenths = [
    changeTenths(allGiven.valueFen, allReally.valueFen) ?? 0,
    changeTenths(draft.valueFen, really?.valueFen ?? 0) ?? 0,
    Math.round((1_000 * held) / Math.max(1, draft.awards)),
  ];
  return new Set([
    ...counts.map(formatCount),
    ...fen.map((each) => formatAmount(each).replace(' 元', '')),
    ...tenths.map((each) => (Math.abs(each) / 10).toFixed(1)),
  ]);
}

describe('the sentences of any back-test', () => {
  it('H-08 no forecast sentence says a number, day or direction that is not in its figures', () => {
    fc.assert(
      fc.property(anyReport, (of) => {
        const said = forecastSentences(of);
        const all = Object.values(said).filter((each) => each !== null);
        for (const sentence of all) {
          expect(sentence).not.toMatch(/NaN|Infinity|undefined|null|-\d|！|!/);
          expect(sentence.endsWith('。')).toBe(true);
        }
        const isGiven = of.given.awards > 0;
        expect(said.given.includes('一次也不会送出')).toBe(!isGiven);
        if (isGiven) {
          expect(said.given).toContain(` ${formatCount(of.given.awards)} 次`);
          expect(said.given).toContain(`价值 ${formatAmount(of.given.valueFen)}`);
          expect(said.given).toContain(`${formatCount(of.members)} 位客户`);
        }
        const { endsOn } = of.budget;
        expect(said.budget.includes('用完')).toBe(endsOn !== null);
        if (endsOn !== null) expect(said.budget).toContain(formatCivilDay(endsOn));
        const change = of.allGiven.valueFen - of.allReally.valueFen;
        if (change !== 0)
          expect(said.difference).toContain(`${change > 0 ? '多' : '少'} ${formatAmount(Math.abs(change))}`);
        expect(said.missions === null).toBe(of.missions === null);
        expect(said.ownDifference === null).toBe(of.really === null);
        const known = knownNumbers(of);
        for (const sentence of all)
          for (const number of sentence.replace(/\d+年\d+月\d+日/g, '').match(/\d[\d,]*(\.\d+)?/g) ?? [])
            expect(known).toContain(number);
      }),
      { seed: 8, numRuns: 200 },
    );
  });

  it('H-05 H-08 the figure lies in its band of a fifth more or less, and no band goes beyond the budget', () => {
    fc.assert(
      fc.property(count, fc.option(count), (figure, room) => {
        const most = room === null ? null : figure + room;
        const [low, high] = bandOf(figure, most);
        expect(low).toBeLessThanOrEqual(figure);
        expect(high).toBeGreaterThanOrEqual(figure);
        expect(low).toBe(Math.floor(figure * 0.8 + 1e-9));
        if (most !== null) expect(high).toBeLessThanOrEqual(most);
        else expect(high - figure * 1.2).toBeLessThan(1);
      }),
      { seed: 5 },
    );
  });

  it('H-08 the share of the budget is full only when it is all used', () => {
    fc.assert(
      fc.property(anyReport, (of) => {
        const percent = budgetPercent(of);
        const { given: used, budget } = of;
        const isFull =
          used.awards >= budget.awardsMax || (budget.valueFenMax > 0 && used.valueFen >= budget.valueFenMax);
        expect(percent === 100).toBe(isFull);
      }),
      { seed: 8, numRuns: 100 },
    );
    expect([changeTenths(1_069, 1_000), changeTenths(5, 0), changeTenths(0, 4)]).toEqual([69, null, -1_000]);
  });

  it('H-08 two runs compare the same from either side', () => {
    fc.assert(
      fc.property(anyReport, anyReport, (left, right) => {
        const swapped = comparisonSentence(right, left).replace(/[多少](?=送|\s?\d)/g, (word) =>
          word === '多' ? '少' : '多',
        );
        expect(swapped).toBe(comparisonSentence(left, right));
      }),
      { seed: 8, numRuns: 100 },
    );
  });
});
