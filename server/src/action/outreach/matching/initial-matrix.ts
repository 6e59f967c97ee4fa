import type { MatchingMatrix, MatrixRow } from '@siyu/shared/suitability';

const row = (offer: MatrixRow['offer'], why: string, of: Partial<MatrixRow> = {}): MatrixRow => ({
  ...{ segment: null, lifeStage: null, levels: null, ...of },
  ...{ offer, why },
});
const content = (code: string): MatrixRow['offer'] => ({ kind: 'CONTENT', code });
const ASSESSED: MatrixRow['levels'] = ['C1_LOWEST', 'C1', 'C2', 'C3', 'C4', 'C5'];
const BEARS_SOME: MatrixRow['levels'] = ['C2', 'C3', 'C4', 'C5'];
const BEARS_MORE: MatrixRow['levels'] = ['C3', 'C4', 'C5'];

/**
 * What the software brings along, for the firm to change: first what protects, then what teaches, then services, and
 * categories of products last, and only with members who are known well enough.
 */
export const initialMatrix: MatchingMatrix = {
  lifeStages: [
    { stage: 'STARTING', fromAge: 18 },
    { stage: 'FOUNDING', fromAge: 28 },
    { stage: 'RAISING', fromAge: 33 },
    { stage: 'ESTABLISHED', fromAge: 45 },
    { stage: 'NEAR_RETIREMENT', fromAge: 53 },
    { stage: 'RETIRED', fromAge: 60 },
  ],
  rows: [
    row({ kind: 'SERVICE', code: 'RISK_ASSESSMENT' }, '没有算数的风险测评，产品以后再谈', {
      levels: ['NONE'],
    }),
    row(content('测评'), '先明白测评在问什么', { levels: ['NONE'] }),
    row({ kind: 'SERVICE', code: 'ACCOUNT_SAFETY' }, '退休以后最常被冒充的人盯上', { lifeStage: 'RETIRED' }),
    row(content('荐股'), '退休以后最常被拉进荐股群', { lifeStage: 'RETIRED' }),
    row(content('三份'), '刚开始攒钱，先分清用处', { lifeStage: 'STARTING' }),
    row(content('三份'), '刚认识，从家里的账谈起', { segment: 'stage.STRANGER' }),
    row(content('费用'), '开始看产品的人先学会算费用', { segment: 'stage.WEAK_TIE' }),
    row(content('定投'), '支出固定的年纪，看清定投的长短处', { lifeStage: 'RAISING' }),
    row(content('资产配置'), '家底多了，先想清楚怎么摆', { lifeStage: 'ESTABLISHED' }),
    row(content('养老'), '离退休不远，算一算养老的账', { lifeStage: 'NEAR_RETIREMENT' }),
    row(content('再平衡'), '已经配好的，一年看一次', { segment: 'group.KEY_DEVELOP' }),
    row({ kind: 'SERVICE', code: 'LIVE_CLASS' }, '常来学习，适合跟着直播提问', { segment: 'stage.FAMILIAR' }),
    row({ kind: 'SERVICE', code: 'CONSULTATION' }, '已经信任，值得一对一谈一次', {
      segment: 'stage.TRUSTING',
    }),
    row({ kind: 'SERVICE', code: 'ADVISORY_CONTRACT' }, '测评有效又信任，可以说明投顾服务', {
      segment: 'stage.TRUSTING',
      levels: ASSESSED,
    }),
    row({ kind: 'PRODUCT_TYPE', code: 'FUND_MONEY' }, '随时要用的钱放在哪里', { levels: ASSESSED }),
    row({ kind: 'PRODUCT_TYPE', code: 'FUND_BOND' }, '离用钱的日子近，起伏要小', {
      lifeStage: 'NEAR_RETIREMENT',
      levels: BEARS_SOME,
    }),
    row({ kind: 'PRODUCT_TYPE', code: 'FUND_BOND' }, '有几年用途的钱，起伏要小', {
      segment: 'stage.FAMILIAR',
      levels: BEARS_SOME,
    }),
    row({ kind: 'PRODUCT_TYPE', code: 'FUND_MIXED' }, '熟悉产品，也承受得起中等起伏', {
      segment: 'stage.TRUSTING',
      levels: BEARS_MORE,
    }),
    row({ kind: 'PRODUCT_TYPE', code: 'FUND_INDEX' }, '时间还长，承受得起起伏', {
      lifeStage: 'RAISING',
      levels: BEARS_MORE,
    }),
  ],
};
