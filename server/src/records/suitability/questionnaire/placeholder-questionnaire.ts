import { CITIC_2018_CUTS } from '@siyu/shared/suitability';
import type { WordedQuestionnaire } from './questionnaires.ts';

/** Whoever gives this answer belongs to the lowest category (art 22(5)). */
const NO_LOSS = 'none';

const one = (key: string, title: string, options: WordedQuestionnaire['questions'][number]['options']) => ({
  key,
  title,
  isMultiple: false,
  options,
});

/** A hundred points at most. Shipped so that the software can be tried; the firm puts its own in its place. */
export const PLACEHOLDER_QUESTIONNAIRE: WordedQuestionnaire = {
  source: '示例问卷（上线前换成公司核定的问卷；分数线参照中信证券2018年公开的问卷）',
  questions: [
    one('income', '您近三年平均每年的可支配收入是多少？', [
      { key: 'under-50k', text: '5万元以下', points: 1 },
      { key: 'under-200k', text: '5万元至20万元', points: 3 },
      { key: 'under-500k', text: '20万元至50万元', points: 6 },
      { key: 'over-500k', text: '50万元以上', points: 8 },
    ]),
    one('share', '您打算用来投资的钱，占家庭可支配资产的多少？', [
      { key: 'most', text: '70%以上', points: 1 },
      { key: 'half', text: '50%至70%', points: 3 },
      { key: 'some', text: '20%至50%', points: 6 },
      { key: 'little', text: '20%以下', points: 8 },
    ]),
    one('debt', '您是否有还没有还清的较大债务？', [
      { key: 'short', text: '有，多为亲友借款或短期借款', points: 0 },
      { key: 'mortgage', text: '有，主要是住房贷款', points: 3 },
      { key: 'none', text: '没有', points: 6 },
    ]),
    one('experience', '您投资股票、基金等产品有多久了？', [
      { key: 'never', text: '没有投资过', points: 0 },
      { key: 'under-two', text: '不满2年', points: 2 },
      { key: 'under-five', text: '2年至5年', points: 5 },
      { key: 'over-five', text: '5年以上', points: 8 },
    ]),
    {
      key: 'traded',
      title: '您投资过下面哪些产品？',
      isMultiple: true,
      options: [
        { key: 'deposits', text: '只有存款、国债', points: 0 },
        { key: 'bonds', text: '货币基金、债券基金', points: 3 },
        { key: 'funds', text: '混合基金、股票基金', points: 6 },
        { key: 'shares', text: '股票', points: 8 },
        { key: 'derivatives', text: '融资融券、期权、期货', points: 10 },
      ],
    },
    one('knowledge', '您对金融投资的了解有多少？', [
      { key: 'little', text: '基本不了解', points: 0 },
      { key: 'some', text: '知道主要产品的差别和风险', points: 4 },
      { key: 'much', text: '学过相关专业，或从事金融工作两年以上', points: 8 },
    ]),
    one('horizon', '这笔钱您打算放多久？', [
      { key: 'months', text: '不到1年', points: 1, horizonMonths: 6 },
      { key: 'years', text: '1年至3年', points: 3, horizonMonths: 12 },
      { key: 'long', text: '3年至5年', points: 6, horizonMonths: 36 },
      { key: 'longer', text: '5年以上', points: 8, horizonMonths: 60 },
    ]),
    {
      key: 'types',
      title: '您愿意了解下面哪些产品？',
      isMultiple: true,
      options: [
        { key: 'steady', text: '货币基金、债券基金', points: 2, types: ['FUND_MONEY', 'FUND_BOND'] },
        {
          key: 'mixed',
          text: '混合基金、资产管理计划',
          points: 4,
          types: ['FUND_MIXED', 'ASSET_MANAGEMENT'],
        },
        { key: 'equity', text: '股票基金、指数基金', points: 6, types: ['FUND_EQUITY', 'FUND_INDEX'] },
        {
          key: 'complex',
          text: '结构化产品、私募基金、融资融券等',
          points: 8,
          types: ['STRUCTURED', 'PRIVATE_FUND', 'MARGIN', 'OTHER'],
        },
      ],
    },
    one('aim', '您投资主要是为了什么？', [
      { key: 'keep', text: '尽量保住本金，收益少一点没关系', points: 1 },
      { key: 'steady', text: '慢慢积累，能接受小的起伏', points: 3 },
      { key: 'grow', text: '长期增值，能接受较大的起伏', points: 6 },
      { key: 'most', text: '追求更多收益，能接受很大的起伏', points: 8 },
    ]),
    one('loss', '您最多能承受多大的亏损？', [
      { key: NO_LOSS, text: '不能承受任何亏损', points: 0 },
      { key: 'tenth', text: '10%以内', points: 3 },
      { key: 'third', text: '10%至30%', points: 7 },
      { key: 'half', text: '30%至50%', points: 10 },
      { key: 'more', text: '50%以上', points: 12 },
    ]),
    one('choice', '下面几种情况，您会选哪一种？', [
      { key: 'small', text: '可能赚5%，基本不亏', points: 1 },
      { key: 'middle', text: '可能赚15%，也可能亏5%', points: 3 },
      { key: 'large', text: '可能赚30%，也可能亏15%', points: 6 },
      { key: 'huge', text: '可能赚100%，也可能亏一半', points: 8 },
    ]),
    one('fall', '投资一个月下跌了20%，您会怎么做？', [
      { key: 'sell-all', text: '全部卖出', points: 0 },
      { key: 'sell-part', text: '卖出一部分', points: 2 },
      { key: 'hold', text: '继续持有，看看再说', points: 5 },
      { key: 'buy', text: '研究之后，可能再买一些', points: 8 },
    ]),
  ],
  cuts: CITIC_2018_CUTS,
  lowestAnswers: [{ question: 'loss', option: NO_LOSS }],
};
