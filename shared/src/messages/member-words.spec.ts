import { describe, expect, it } from '@jest/globals';
import {
  answerFaultSentences,
  asksToBuyMore,
  errorMessages,
  matchReasonSentences,
  memberMessages,
  reassessmentRefusalSentences,
  stageNames,
  suitabilityNoticeTexts,
} from './index.ts';
import { scoreCopyMessages } from './score-copy.zh-CN.ts';

/** Words of the desk for people and what is done to them; nobody wants to read them of themselves. */
const DESK_WORDS = /会员|VIP|长尾|分层|引流|裂变|沉淀|转化/i;
/** A return that is promised. */
const PROMISES =
  /稳赚|保本|保息|包赚|必涨|必赚|稳赢|躺赚|零风险|无风险|没有风险|不会亏|只涨不跌|保证.{0,4}(?:收益|盈利|赚|回报)|(?:收益|回报|本金).{0,4}(?:保证|有保障|无忧)|(?:年化|预期|承诺).{0,4}(?:收益|回报)/;
const isUnfit = (sentence: string): boolean =>
  DESK_WORDS.test(sentence) || PROMISES.test(sentence) || asksToBuyMore(sentence);

/** Everything that the phone can show of our own words. */
const catalogues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  memberMessages,
  errorMessages,
  scoreCopyMessages,
  stageNames,
  suitabilitySentences: {
    ...matchReasonSentences,
    ...suitabilityNoticeTexts,
    ...reassessmentRefusalSentences,
    ...answerFaultSentences,
  },
};
const PLANTED = [
  '尊敬的会员',
  '成为 vip',
  '您属于长尾客户',
  '客户分层',
  '引流活动',
  '裂变海报',
  '沉淀在这里',
  '提高转化',
  '这只基金稳赚',
  '保本理财',
  '明天必涨',
  '保证您的收益',
  '预期收益 5%',
  '零风险',
  '再申购一笔',
  '继续定投可以提高档位',
];

describe('the words that members read', () => {
  it.each(PLANTED)('D-02 refuses %s', (sentence) => {
    expect(isUnfit(sentence)).toBe(true);
  });

  it.each(Object.entries(catalogues))('D-02 nothing of the kind stands in %s', (_, messages) => {
    expect(Object.keys(messages).length).toBeGreaterThan(3);
    expect(Object.entries(messages).filter(([, sentence]) => isUnfit(sentence))).toEqual([]);
  });

  it('D-05 a button of a dialogue says four characters at most: WeChat shows no dialogue with more', () => {
    const buttons = Object.entries(memberMessages).filter(([key]) => /[.](confirm|cancel)$/.test(key));
    expect(buttons.length).toBeGreaterThan(3);
    expect(buttons.filter(([, text]) => [...text].length > 4)).toEqual([]);
  });
});
