import type { GroupCode, StageCode } from '../contracts/scoring.limits.ts';

/** Names of the relation stages, the same for staff and members. */
export const stageNames = {
  STRANGER: '初识',
  WEAK_TIE: '结识',
  FAMILIAR: '熟悉',
  TRUSTING: '信任',
  CO_CREATING: '共创',
} as const satisfies Record<StageCode, string>;

/** Names of the four groups of the paper's figure 3; for staff only. */
export const groupNames = {
  KEY_GUIDE: '重要引导客户',
  KEY_DEVELOP: '重要发展客户',
  POTENTIAL: '潜在增值客户',
  LONG_TAIL: '长尾客户',
} as const satisfies Record<GroupCode, string>;

/** Words of the house for staff, by code; `{name}` places are filled from the values of the decision. */
export const staffMessages: Readonly<Record<string, string>> = {
  'score.reason.row1':
    '每 30 天买 {frequency} 次，质量第 {frequencyBand} 档，达到第 {fHigh} 档的界线，所以是{group}。',
  'score.reason.row2':
    '窗口内投入 {amount}，数量第 {amountBand} 档，达到第 {aHigh} 档的界线，而质量只有第 {frequencyBand} 档，所以是{group}。',
  'score.reason.row3':
    '数量第 {amountBand} 档、质量第 {frequencyBand} 档都不到界线，但最近一次购买在 {recencyDays} 天内（界线 {recentDays} 天），所以是{group}。',
  'score.reason.row4':
    '数量第 {amountBand} 档、质量第 {frequencyBand} 档都不到界线，最近 {recentDays} 天也没有购买，所以是{group}。',
  'axis.amount': '数量',
  'axis.frequency': '质量',
  'axis.benefit': '效益',
};
