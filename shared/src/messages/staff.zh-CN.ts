import type { AdvisoryState } from '../contracts/advisory.limits.ts';
import type { ContentKind, ContentLabel, LessonState } from '../contracts/content.limits.ts';
import type { Role } from '../contracts/identity.limits.ts';
import type { GroupCode, StageCode } from '../contracts/scoring.limits.ts';
import type { StaffScope } from '../contracts/staff.limits.ts';
import type { SegmentKind, TierCode } from '../contracts/segments.limits.ts';
import { scoreMessages } from './score.zh-CN.ts';

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

/** Ways to divide the members, and the tiers by what is held. */
export const segmentKindNames = {
  group: '价值客群',
  stage: '同行阶段',
  tier: '资产分级',
  amount: '数量档位',
  frequency: '质量档位',
  benefit: '效益档位',
} as const satisfies Record<SegmentKind, string>;
export const tierNames = {
  MASS: '大众',
  AFFLUENT: '富裕',
  HIGH_NET_WORTH: '高净值',
} as const satisfies Record<TierCode, string>;

/** Names of the roles of a firm's staff. */
export const roleNames = {
  adviser: '投资顾问',
  relationshipManager: '客户经理',
  branchHead: '营业部负责人',
  operator: '运营',
  analyst: '分析',
  compliance: '合规',
  finance: '财务',
  service: '客服',
  systemAdmin: '系统管理员',
  securityAdmin: '安全管理员',
  auditAdmin: '审计管理员',
} as const satisfies Record<Role, string>;

/** How far the roles of a person reach. */
export const staffScopeNames = {
  firm: '全公司',
  branch: '所属营业部及下级',
  book: '自己名下的客户',
} as const satisfies Record<StaffScope, string>;

/** Where a lesson stands on its way to the members. */
export const lessonStateNames = {
  DRAFT: '草稿',
  IN_REVIEW: '复核中',
  APPROVED: '已通过，待发布',
  SCHEDULED: '已约定发布',
  PUBLISHED: '已发布',
  RETIRED: '已被新版替换',
  WITHDRAWN: '已撤下',
} as const satisfies Record<LessonState, string>;

/** Kinds of what the firm says to its members, the same for staff and members. */
export const contentKindNames = {
  lesson: '课程',
  article: '文章',
  card: '卡片',
  poster: '海报',
} as const satisfies Record<ContentKind, string>;

/** What a text is, the same for staff and members. */
export const contentLabelNames = {
  education: '投资者教育',
  advice: '投资建议',
} as const satisfies Record<ContentLabel, string>;

/** Where an advisory contract stands. */
export const advisoryStateNames = {
  ACTIVE: '有效',
  NOT_YET: '未到生效日',
  EXPIRED: '已到期',
  ENDED: '已终止',
} as const satisfies Record<AdvisoryState, string>;

/** Where a review stands. */
export const reviewStateNames = {
  OPEN: '待复核',
  APPROVED: '已通过',
  REJECTED: '已退回',
  SUPERSEDED: '已被新版本取代',
} as const;

/** Words of the house for staff, by code; `{name}` places are filled from the values of the decision. */
export const staffMessages: Readonly<Record<string, string>> = {
  ...scoreMessages,
  'review.subject.lesson': '内容',
  'review.subject.path': '学习路径',
  'review.subject.product': '产品',
  'review.subject.campaign': '推送计划',
  'review.subject.member_link': '客户登记',
  'review.subject.suitability_assessment': '风险测评',
  'review.subject.impact_assessment': '影响评估',
  'review.subject.staff_roles': '岗位变更',
  'review.subject.configuration': '配置',
  'review.subject.export': '导出',
  'review.subject.brake': '恢复发送',
  'review.subject.incentive': '激励规则',
  'review.subject.live': '直播方案',
  'review.subject.live_filing': '直播备案',
};
