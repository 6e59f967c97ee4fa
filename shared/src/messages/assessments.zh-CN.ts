import type {
  AssessmentStanding,
  AssessmentState,
  AssessmentView,
  Processing,
  ProcessingKind,
} from '../contracts/assessments.limits.ts';

/** The kinds of PIPL 55, for staff. */
export const processingKindNames = {
  SENSITIVE_DATA: '处理敏感个人信息',
  AUTOMATED_DECISION: '利用个人信息进行自动化决策',
  ENTRUSTING_OR_SHARING: '委托处理或向他人提供',
  PUBLICATION: '公开个人信息',
  CROSS_BORDER: '向境外提供',
  OTHER_MAJOR: '其他对个人权益有重大影响的处理',
} as const satisfies Record<ProcessingKind, string>;

/** What the system itself does, and so has to be assessed. */
export const processingSentences = {
  SCORING: '按行为和交易给客户评分，用来排列内容、圈选客群',
  HOLDINGS_AND_RISK: '使用持仓、交易金额、风险测评等金融账户信息',
  PLATFORMS: '经微信、企业微信登录、建群和发送消息',
  CONVERSATIONS: '经企业微信存档员工与客户的会话',
} as const satisfies Record<Processing, string>;

export const assessmentStateNames = {
  OPEN: '待复核',
  APPROVED: '已通过',
  RETURNED: '已退回',
  SUPERSEDED: '被新版本取代',
} as const satisfies Record<AssessmentState, string>;

export const assessmentStandingNames = {
  NOT_YET: '还没有通过的版本',
  IN_FORCE: '有效',
  FALLS_DUE: '快到期',
  EXPIRED: '已过期',
} as const satisfies Record<AssessmentStanding, string>;

export const assessmentViewNames = {
  ALL: '全部评估',
  DUE: '快到期或已过期',
} as const satisfies Record<AssessmentView, string>;
