import { describe, expect, it } from '@jest/globals';
import {
  asksToBuyMore,
  benefitSourceNames,
  errorMessages,
  groupNames,
  memberMessages,
  scoreStepMessages,
  staffMessages,
  stageNames,
} from './index.ts';
import { scoreCopyMessages } from './score-copy.zh-CN.ts';

const BUY_MORE = [
  '再投入 5 万元进入第 4 档',
  '再增加 {step} 进入第 {band} 档',
  '窗口内再多 3 次购买进入第 2 档',
  '再增加 {step}，进入第 {band} 档',
  '再加 3 万元',
  '再买两笔就能升级',
  '还差 20,000.00 元到下一档',
  '还差 {amount} 到下一档',
  '距离下一档只差 1 次购买',
  '距下一档还差 5 万元。',
  '只需再申购一笔',
  '多买一些，分数更高',
  '继续定投可以提高档位',
  '增加投入，早日成为重要客户',
  '建议您追加申购',
  '请客户加仓',
  '引导客户多做几笔交易',
  '买满 10 万元即可升档',
  '投资满 5 万元送积分',
  '申购达到 10 万元可进入第 4 档',
  '升到第 4 档需要再申购 3 万元',
  '想进入下一档，请多买几只基金',
  '买得越多，档位越高',
  '交易越频繁，等级越高',
  '赶快下单，名额有限',
  '抓紧申购',
  '补足 5 万元即可达到界线，请尽快转入',
  '凑够 100 万元持仓',
  '再来 {purchases} 次购买',
  '尚需购买 2 次',
  '鼓励客户再次认购',
  '再带来 {step} 收入进入第 {band} 档',
  '每 30 天再多买 1 次，质量就到第 3 档',
];

const HARMLESS = [
  '窗口内投入 120,000.00 元，数量第 4 档，达到第 4 档的界线，而质量只有第 3 档，所以是重要发展客户。',
  '最近一次购买在 12 天内（界线 90 天），所以是潜在增值客户。',
  '购买金额 50,000.00 元：第 3 档（50,000.00 元起，不到 100,000.00 元）',
  '还差 {count} 步',
  '完成 {need} 次咨询并留下评价（已有 {have} 次）',
  '再做一次风险测评',
  '再看 10 条',
  '密码错误次数过多，请 12 分钟后再试。',
  '学完 {need} 条学习路线（已完成 {have} 条）',
  '这条路只看学习和服务，与交易、资产无关，也不会后退。',
];

/** Everything that members read, and everything that advisers read of a score or elsewhere on the desk. */
const catalogues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  memberMessages,
  scoreCopyMessages,
  errorMessages,
  staffMessages,
  stageNames,
  groupNames,
  benefitSourceNames,
};
const offences = (messages: Readonly<Record<string, string>>): string[] =>
  Object.entries(messages).flatMap(([code, sentence]) =>
    asksToBuyMore(sentence) ? [`${code}: ${sentence}`] : [],
  );

describe('sentences that ask to buy more', () => {
  it.each(BUY_MORE)('B-04 finds %j', (sentence) => {
    expect(asksToBuyMore(sentence)).toBe(true);
  });

  it.each(HARMLESS)('B-04 lets %j pass', (sentence) => {
    expect(asksToBuyMore(sentence)).toBe(false);
  });

  it.each(Object.keys(catalogues))('B-04 stand nowhere in %s, which members or advisers read', (name) => {
    const messages = catalogues[name] ?? {};
    expect(Object.keys(messages).length).toBeGreaterThan(3);
    expect(offences(messages)).toEqual([]);
    for (const planted of BUY_MORE)
      expect(offences({ ...messages, planted })).toEqual([`planted: ${planted}`]);
  });

  it('B-04 the steps of analysts and compliance are in a catalogue of their own, and none of it is found elsewhere', () => {
    const { 'step.note': _note, 'step.none': _none, ...steps } = scoreStepMessages;
    expect(offences(steps)).toHaveLength(Object.keys(steps).length);
    const shown = Object.values(catalogues).flatMap((messages) => [
      ...Object.keys(messages),
      ...Object.values(messages),
    ]);
    for (const [code, sentence] of Object.entries(scoreStepMessages)) {
      expect(shown).not.toContain(code);
      expect(shown).not.toContain(sentence);
    }
  });
});
