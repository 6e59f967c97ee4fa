import type { KeptKind, ReplayLabel } from '../contracts/scoring.limits.ts';

/** What is kept of a member, model by model; for staff only. */
export const keptKindNames = {
  score: '综合分',
  rfe: '参与情况',
  tie: '联系强度',
  relation: '同行阶段',
} as const satisfies Record<KeptKind, string>;

/** How a replay stands to what was stored, and so what a difference means. */
export const replayLabelSentences = {
  AS_STORED: '用那次评分当时知道的事实和规则重算，两边应当一致；不一致说明保存的结果有问题。',
  RESTATED: '用现在知道的事实重算。后来才收到的交易和记录会使结果不同，这不说明当时算错。',
  EARLIER_KNOWLEDGE: '用比那次评分更早知道的事实重算，结果不同不说明当时算错。',
  NEVER_RUN: '那一天没有对这位客户评分，没有可以核对的结果；下面是现在补算的。',
} as const satisfies Record<ReplayLabel, string>;

/** Fields of a kept state, by their last name. */
export const replayFieldNames: Readonly<Record<string, string>> = {
  modelId: '模型',
  preset: '分档方案',
  modelVersion: '模型版本',
  configVersion: '配置版本',
  countingVersion: '计数规则版本',
  rulesVersion: '阶段规则版本',
  windowDays: '观察窗口天数',
  purchases: '窗口内购买次数',
  amountFen: '数量（金额）',
  benefitFen: '效益（金额）',
  amountBand: '数量档位',
  frequencyBand: '次数档位',
  benefitBand: '效益档位',
  scoreHundredths: '综合分',
  group: '客群',
  groupRow: '判定表的行',
  flags: '标记',
  lastPurchaseOn: '最近一次购买',
  nextChangeOn: '下次会变的日子',
  recencyBand: '最近参与档位',
  depthBand: '参与深度档位',
  lastActiveOn: '最近一次参与',
  activeDays: '参与天数',
  depth: '参与深度',
  band: '档位',
  contact: '往来',
  intensity: '互动',
  memberReplies: '客户回应',
  adviserReplies: '顾问回应',
  commitment: '投入',
  value: '内部数值',
  anchorOn: '计到',
  stage: '阶段',
  reachedOn: '到达日',
  reached: '走过的阶段',
  next: '下一阶段',
  steps: '还差的条件',
};
