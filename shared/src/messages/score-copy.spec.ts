import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fen } from '../money/index.ts';
import {
  afb2023,
  afb2023Retail,
  explain,
  makeWeightSet,
  noMeasures,
  scoreAfb2023,
  scoreMeasures,
  scoreRfe,
  scoreTieStrength,
  type Afb2023Model,
  type AfbMeasures,
} from '../rfm/index.ts';
import { addDays, epochDay } from '../time/index.ts';
import { asksToBuyMore, groupNames, scoreCopy, scoreStepMessages } from './index.ts';

const asOf = epochDay(20_781);
const judged = makeWeightSet(
  {
    method: 'AHP',
    judgements: [
      [1, 2, 1 / 3],
      [1 / 2, 1, 1 / 5],
      [3, 5, 1],
    ],
  },
  2,
  asOf,
);
const models: readonly Afb2023Model[] = [
  afb2023,
  afb2023Retail,
  { ...afb2023, windowDays: 90, weights: judged },
];
const relation = { stage: 'FAMILIAR', reachedOn: epochDay(20_700) } as const;

function valueOf(measures: AfbMeasures, model: Afb2023Model) {
  const scored = scoreMeasures(measures, asOf, model);
  return { explained: explain(scored, model), group: scored.group, recentDays: model.groups.recentDays };
}
const acts = [
  { factId: 'a', type: 'live_attended', on: addDays(asOf, -2) },
  { factId: 'b', type: 'lesson_completed', on: addDays(asOf, -40) },
];

describe('what the access copy says of scores', () => {
  it('B-04 tells each measure, its band, its share and the sum in plain words', () => {
    const bought = [{ on: addDays(asOf, -10), amountFen: fen(5_000_000), benefitFen: fen(-250) }];
    const scored = scoreAfb2023(bought, asOf);
    const sections = scoreCopy({
      value: { explained: explain(scored), group: scored.group, recentDays: 90 },
      engagement: { ...scoreRfe(acts, asOf), windowDays: 30 },
      tie: scoreTieStrength(acts, asOf),
      relation,
    });
    expect(sections.map(({ title }) => title)).toEqual([
      '关于您的评分',
      '按购买记录的评分',
      '按参与情况的评分',
      '联系的强度',
      '同行阶段',
    ]);
    expect(sections[1]?.lines).toEqual([
      '截至2026年11月24日零时，看此前 365 天的记录。规则：afb-2023/paper/1。',
      '购买金额 50,000.00 元：六档中的第 3 档（50,000.00 元起，不到 100,000.00 元），权重 33.33%，计 1.00 分。',
      '购买次数 1 次：六档中的第 1 档（不到 25 次），权重 33.33%，计 0.34 分。',
      '这些购买给公司带来的收入 -2.50 元：六档中的第 1 档（不到 10,000.00 元），权重 33.33%，计 0.33 分。',
      '三项相加：1.00 + 0.34 + 0.33 = 1.67 分，满分 6.00 分。',
      '服务按四种情况安排，与您相符的是：最近 90 天内有过购买。',
    ]);
    expect(sections[2]?.lines).toEqual([
      '截至2026年11月24日零时，看您的学习、互动和服务记录，不看购买和资产。',
      '最近一次参与在2026年11月22日：六档中的第 6 档。',
      '此前 30 天里有 1 天参与：六档中的第 1 档。',
      '参与的深度 9.84 分，越近的记录分量越重：六档中的第 2 档。',
    ]);
    expect(sections[3]?.lines[1]).toBe('4.45 分，满分 100.00 分：五档中的第 1 档。');
    expect(sections[4]?.lines[0]).toBe('「熟悉」，2026年9月4日起。');
  });

  it('B-04 says so where nothing was computed', () => {
    const copied = scoreCopy({ value: null, engagement: null, tie: null, relation });
    expect(copied.slice(1, 4).map(({ lines }) => lines)).toEqual([
      ['没有这一项。只有关联了账户并且同意个性化，才会计算。'],
      ['没有这一项。只有同意个性化，才会计算。'],
      ['没有这一项。只有同意个性化，才会计算。'],
    ]);
    const never = scoreCopy({
      value: valueOf(noMeasures, afb2023),
      engagement: { ...scoreRfe([], asOf), windowDays: 30 },
      tie: null,
      relation,
    });
    expect(never[1]?.lines[5]).toBe('服务按四种情况安排，与您相符的是：其余三种都不适用。');
    expect(never[2]?.lines[1]).toBe('还没有参与的记录：六档中的第 1 档。');
  });

  it('B-04 for any member it is neutral: no step, no buy-more, no word of the house, no empty place', () => {
    const member = fc.record({
      purchases: fc.nat(1500),
      amountFen: fc.integer({ min: -1_000_000, max: 300_000_000 }).map(fen),
      benefitFen: fc.integer({ min: -1_000_000, max: 100_000_000 }).map(fen),
      lastPurchaseOn: fc.option(fc.integer({ min: 1, max: 400 }).map((ago) => addDays(asOf, -ago))),
    });
    const groups = new Set<string>();
    fc.assert(
      fc.property(member, fc.constantFrom(...models), (measures, model) => {
        const value = valueOf(measures, model);
        groups.add(value.group);
        const sections = scoreCopy({
          value,
          engagement: { ...scoreRfe(acts, asOf), windowDays: 30 },
          tie: scoreTieStrength(acts, asOf),
          relation,
        });
        const lines = sections.flatMap((each) => [each.title, ...each.lines]);
        expect(lines.filter(asksToBuyMore)).toEqual([]);
        const text = lines.join('\n');
        expect(text).not.toMatch(/会员|VIP|长尾|分层|引流|裂变|沉淀|转化|[!！]|\{|\}|undefined|NaN/);
        for (const name of Object.values(groupNames)) expect(text).not.toContain(name);
        for (const axis of value.explained.axes) {
          const { axis: name, toNextBand } = axis;
          if (toNextBand === null) continue;
          const [before = ''] = scoreStepMessages[`step.${name}`].split('{step}');
          expect(text).not.toContain(before.trim());
        }
        // The steps are not read at all: without them the copy is the same.
        const bare = {
          ...value,
          explained: {
            ...value.explained,
            axes: value.explained.axes.map((each) => ({ ...each, toNextBand: null })),
          },
        };
        expect(scoreCopy({ value: bare, engagement: null, tie: null, relation })[1]).toEqual(sections[1]);
        const sum = value.explained.axes.reduce((total, each) => total + each.contributionHundredths, 0);
        expect(text).toContain(` = ${(sum / 100).toFixed(2)} 分，满分 6.00 分。`);
      }),
      { seed: 45, numRuns: 500 },
    );
    expect(groups.size).toBe(4);
  });
});
