import type { ImpactFigure, ImpactFollow, ImpactUnknown } from '../contracts/analytics.limits.ts';
import type { MoveAxis } from '../contracts/scoring.limits.ts';

/** Figures of a change of configuration: their name, and what they count. */
export const impactFigureNames = {
  served: '有同行阶段的客户',
  personalised: '同意个性化服务的客户',
  scored: '有综合分的客户',
  amountBandChanges: '数量档位会变',
  frequencyBandChanges: '质量档位会变',
  benefitBandChanges: '效益档位会变',
  anyBandChanges: '至少一个档位会变',
  tiered: '有资产分级的客户',
  tierChanges: '资产分级会变',
  publishedLessons: '客户正在读的课程',
  lessonsRefused: '按新词典不能再发布的课程',
} as const satisfies Record<ImpactFigure, string>;

export const impactFigureDefinitions = {
  served: '现在同意服务条款、没有限制处理的客户，合并过的登记算一位',
  personalised: '现在同意个性化服务的客户，合并过的登记算一位',
  scored: '已关联账户、同意个性化服务并评过分的客户',
  amountBandChanges: '用已保存的窗口金额按新界线重分档，与现在档位不同的客户',
  frequencyBandChanges: '用已保存的窗口购买次数按新界线重分档，与现在档位不同的客户',
  benefitBandChanges: '用已保存的窗口效益按新界线重分档，与现在档位不同的客户',
  anyBandChanges: '三个档位里至少一个与现在不同的客户，每位只算一次',
  tiered: '已知持有、允许查看账户的客户',
  tierChanges: '用已保存的持有按新界线重分级，与现在分级不同的客户',
  publishedLessons: '已发布的课程，最多检查 300 课',
  lessonsRefused: '把现在的课程全文按新词典检查，至少有一处会被拦下的课程',
} as const satisfies Record<ImpactFigure, string>;

/** Why something is not told beforehand. */
export const impactUnknownSentences = {
  WINDOW_CHANGES: '观察窗口变了，已保存的合计不能用来数档位；以逐位试算为准。',
  TOO_MANY_PRESETS: '营业部各自的界线超过 20 套，不从合计里数档位；以逐位试算为准。',
  NOT_USED_YET: '现在还没有功能使用这项配置，改动不会影响任何客户。',
  NOT_COUNTED: '这项配置的影响没有可以直接数出来的数字。',
} as const satisfies Record<ImpactUnknown, string>;

/** When the change reaches members. */
export const impactFollowSentences = {
  'score-full': '生效后由全员重算任务逐位更新',
  'segment-tiers': '生效后由资产分级任务逐位更新',
  'next-request': '生效后从下一次打开或下一次检查起使用',
} as const satisfies Record<ImpactFollow, string>;

/** Where a member stands, for the figures of a trial. */
export const moveAxisNames = {
  group: '价值客群',
  stage: '同行阶段',
  tieBand: '联系强度',
  amountBand: '数量档位',
  frequencyBand: '质量档位',
  benefitBand: '效益档位',
  recencyBand: '最近参与档位',
  activityBand: '参与频率档位',
  depthBand: '参与深度档位',
} as const satisfies Record<MoveAxis, string>;
