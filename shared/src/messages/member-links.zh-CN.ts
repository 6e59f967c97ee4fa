import type {
  CONFLICT_STATES,
  ConflictKind,
  LINK_REQUEST_STATES,
  LinkRequestKind,
} from '../contracts/identity.limits.ts';

/** What two registrations both claim, or what keeps them from becoming one; for staff. */
export const conflictKindNames = {
  core_customer: '同一个核心系统客户',
  wechat_openid: '同一个微信小程序身份',
  wechat_unionid: '同一个微信开放平台身份',
  wecom_external_contact: '同一个企业微信联系人',
  two_accounts: '两边各有账户',
} as const satisfies Record<ConflictKind, string>;

export const conflictStateNames = {
  OPEN: '待处理',
  SETTLED: '已合并',
  DISMISSED: '不是同一人',
} as const satisfies Record<(typeof CONFLICT_STATES)[number], string>;

export const linkRequestKindNames = {
  MERGE: '合并',
  SEPARATE: '拆分',
} as const satisfies Record<LinkRequestKind, string>;

export const linkRequestStateNames = {
  IN_REVIEW: '复核中',
  APPLIED: '已执行',
  REJECTED: '已退回',
} as const satisfies Record<(typeof LINK_REQUEST_STATES)[number], string>;
