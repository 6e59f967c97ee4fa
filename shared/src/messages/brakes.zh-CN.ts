import type { BrakeChannel, BrakeKind, BrakeState, HeldKind } from '../contracts/brakes.limits.ts';

/** What can be stopped, for staff. */
export const brakeKindNames = {
  FIRM: '全公司',
  BRANCH: '营业部',
  ADVISER: '投资顾问',
  CONTENT: '内容',
  PRODUCT: '产品',
  CHANNEL: '通道',
} as const satisfies Record<BrakeKind, string>;

/** What stops with each kind. */
export const brakeKindSentences = {
  FIRM: '小程序内容、分享页、群专页、订阅消息、侧边栏和企业微信群发任务全部停下。',
  BRANCH: '这个营业部及下级的人写的内容、管的群和发的消息停下。',
  ADVISER: '这个人写的内容、管的群和发的消息停下。',
  CONTENT: '这一份内容在各处都不再展示，关于它的消息停下。',
  PRODUCT: '写到这个产品代码或名称的内容和消息停下。',
  CHANNEL: '经这个通道的内容和消息停下，其他通道照常。',
} as const satisfies Record<BrakeKind, string>;

export const brakeChannelNames = {
  APP: '小程序里的内容',
  SHARED_PAGE: '分享页',
  GROUP_PAGE: '群专页',
  SUBSCRIBE_MESSAGE: '微信订阅消息',
  WECOM_SIDEBAR: '企业微信侧边栏',
  WECOM_TASK: '企业微信群发任务',
} as const satisfies Record<BrakeChannel, string>;

export const brakeStateNames = {
  ON: '停发中',
  RELEASED: '已恢复',
} as const satisfies Record<BrakeState, string>;

/** What a brake holds back, with the unit it is counted in. */
export const heldNames = {
  LESSONS: { name: '不展示的内容', unit: '篇' },
  GROUPS: { name: '关闭的群专页', unit: '个' },
  MESSAGES: { name: '拦下的消息', unit: '条' },
  TASKS: { name: '撤回的群发任务', unit: '个' },
} as const satisfies Record<HeldKind, { readonly name: string; readonly unit: string }>;
