import { describe, expect, it } from '@jest/globals';
import { checkRule, fieldCatalogue, operatorsOf } from '../rules/index.ts';
import { memberFieldWords, ruleOperatorName, ruleSentence } from './index.ts';

const FIELDS = fieldCatalogue([
  { key: 'stage', type: 'choice', column: 'stage', choices: ['STRANGER', 'FAMILIAR', 'TRUSTING'] },
  { key: 'preset', type: 'text', column: 'preset' },
  { key: 'lessonsCompleted', type: 'whole', column: 'lessons_completed' },
  { key: 'amountBand', type: 'whole', column: 'amount_band' },
  { key: 'amountFen', type: 'money', column: 'amount_fen' },
  { key: 'score', type: 'hundredths', column: 'score_hundredths' },
  { key: 'lastPurchaseOn', type: 'day', column: 'last_purchase_on' },
  { key: 'lastActiveAt', type: 'instant', column: 'last_active_at' },
  { key: 'isAccountLinked', type: 'flag', column: 'is_account_linked' },
  { key: 'randomBucket', type: 'lot', column: 'member_no' },
  { key: 'unheardOf', type: 'whole', column: 'unheard_of' },
]);
const is = (field: string, operator: string, value: unknown = null) => ({ field, operator, value });
const march = (from: number, to: number) => ({ split: 'A/B 三月', from, to });
const all = (...rules: readonly unknown[]) => ({ combinator: 'and', rules });
const any = (...rules: readonly unknown[]) => ({ combinator: 'or', rules });
const not = (group: object) => ({ ...group, not: true });

function said(tree: unknown): string {
  const verdict = checkRule(tree, FIELDS);
  if (!verdict.isGood) throw new Error(JSON.stringify(verdict.faults));
  return ruleSentence(verdict.rule);
}
const familiar = is('stage', '=', 'FAMILIAR');
const three = is('lessonsCompleted', '>=', 3);
const lately = is('lastPurchaseOn', 'withinDays', 90);

describe('a rule as a sentence', () => {
  it.each([
    [familiar, '同行阶段是熟悉'],
    [is('stage', '!=', 'FAMILIAR'), '同行阶段不是熟悉'],
    [is('stage', 'in', ['FAMILIAR']), '同行阶段是熟悉'],
    [is('stage', 'in', ['STRANGER', 'FAMILIAR', 'TRUSTING']), '同行阶段是初识、熟悉或信任'],
    [is('stage', 'notIn', ['FAMILIAR']), '同行阶段不是熟悉'],
    [is('stage', 'notIn', ['STRANGER', 'FAMILIAR']), '同行阶段不是初识、熟悉中的任何一个'],
    [three, '学完的课不少于 3 课'],
    [is('lessonsCompleted', '<', 1_000), '学完的课少于 1,000 课'],
    [is('lessonsCompleted', 'between', [3, 9]), '学完的课在 3 课到 9 课之间（含两端）'],
    [is('amountBand', '>=', 4), '数量档位不低于 4 档'],
    [is('amountBand', 'in', [4, 5, 6]), '数量档位是 4 档、5 档或 6 档'],
    [is('amountFen', '>=', 5_000_000), '观察期内的购买金额不少于 50,000 元'],
    [is('amountFen', '>', 123_456_789), '观察期内的购买金额超过 1,234,567.89 元'],
    [is('amountFen', '<', -50), '观察期内的购买金额少于 -0.50 元'],
    [is('score', '<', 2.5), '综合分低于 2.50 分'],
    [lately, '最近一次购买在近 90 天内'],
    [is('lastActiveAt', 'longerAgoThanDays', 30), '最近一次活动在 30 天以前'],
    [is('lastPurchaseOn', '<', '2026-11-03'), '最近一次购买早于 2026年11月3日'],
    [
      is('lastPurchaseOn', 'between', ['2026-01-01', '2026-03-31']),
      '最近一次购买在 2026年1月1日到 2026年3月31日之间（含两端）',
    ],
    [is('isAccountLinked', '=', true), '已关联账户'],
    [is('isAccountLinked', '=', false), '没有关联账户'],
    [is('isAccountLinked', '!=', true), '没有关联账户'],
    [is('isAccountLinked', '!=', false), '已关联账户'],
    [is('preset', 'contains', 'retail'), '评分的分档方案包含「retail」'],
    [is('preset', 'beginsWith', '论文'), '评分的分档方案开头是「论文」'],
    [is('lastPurchaseOn', 'missing'), '最近一次购买未知'],
    [is('score', 'present'), '综合分已知'],
    [is('randomBucket', 'drawn', march(1, 50)), '在随机分组「A/B 三月」的第 1–50 份里'],
    [is('randomBucket', 'notDrawn', march(7, 7)), '不在随机分组「A/B 三月」的第 7 份里'],
    [is('unheardOf', '=', 3), 'unheardOf是 3'],
  ])('F-02 %j', (condition, expected) => {
    expect(said(all(condition))).toBe(expected);
  });

  it.each([
    [all(familiar, three), '同行阶段是熟悉，并且学完的课不少于 3 课'],
    [any(familiar, three, lately), '同行阶段是熟悉，或者学完的课不少于 3 课，或者最近一次购买在近 90 天内'],
    [
      all(familiar, any(three, lately)),
      '同行阶段是熟悉，并且（学完的课不少于 3 课，或者最近一次购买在近 90 天内）',
    ],
    [not(all(familiar, three)), '不满足（同行阶段是熟悉，并且学完的课不少于 3 课）'],
    [all(three, not(any(familiar))), '学完的课不少于 3 课，并且不满足（同行阶段是熟悉）'],
    [all(not(all(not(all(familiar))))), '不满足（不满足（同行阶段是熟悉））'],
    [not(any(is('isAccountLinked', '=', true))), '没有关联账户'],
    // Brackets around one thing say nothing.
    [all(any(all(familiar))), '同行阶段是熟悉'],
    [all(three, any(all(familiar))), '学完的课不少于 3 课，并且同行阶段是熟悉'],
    // A group that is alone in its group is not alone in the sentence.
    [
      any(lately, all(all(familiar, three))),
      '最近一次购买在近 90 天内，或者（同行阶段是熟悉，并且学完的课不少于 3 课）',
    ],
  ])('F-02 %j can be read in one way only', (tree, expected) => {
    expect(said(tree)).toBe(expected);
  });

  it('F-02 every operator of every type has a name that is unlike the others on offer', () => {
    for (const { key, type } of FIELDS.values()) {
      const names = operatorsOf(type).map((operator) => ruleOperatorName(operator, type, false));
      expect([key, new Set(names).size]).toEqual([key, names.length]);
      for (const name of names) expect(name).toMatch(/^\p{Script=Han}+$/u);
    }
    for (const { name } of Object.values(memberFieldWords)) expect(name).toMatch(/^\p{Script=Han}+$/u);
  });
});
