import type { MessageClass, NoticeKind, NoticeState } from '../contracts/notifications.limits.ts';

/** Subscribe messages for staff. */
export const noticeKindNames = {
  NEW_LESSON: '新课提醒',
  LIVE_STARTING: '直播提醒',
  ACCOUNT_LINKED: '账户关联提醒',
  ASSESSMENT: '风险测评提醒',
  PRODUCT_LEVEL: '产品等级变化提醒',
} as const satisfies Record<NoticeKind, string>;

export const messageClassNames = {
  SERVICE: '服务',
  SAFETY: '安全',
  MARKETING: '营销',
} as const satisfies Record<MessageClass, string>;

export const noticeStateNames = {
  PLANNED: '待发送',
  SENT: '已发送',
  FAILED: '微信拒绝',
  UNKNOWN: '结果不明',
  WITHHELD: '未发送',
} as const satisfies Record<NoticeState, string>;

/** Why a message was not sent, by the code of its row; one without a sentence shows its code. */
export const noticeReasonNames: Readonly<Record<string, string>> = {
  'notifications.no_template': '还没有配置这种提醒的模板',
  'notifications.no_openid': '没有这位客户的微信标识',
  'notifications.none_left': '客户允许的次数已用完',
  'notifications.turned_off': '客户已关闭这个提醒',
  'notifications.no_consent': '客户已撤回使用同意，或正在限制处理',
  'sends.too_late': '过了有效时间，不再发送',
  'sends.account_closed': '客户已注销账号',
  'sends.process_ended': '发送时进程退出，等待微信的回执',
  'sends.unanswered': '微信没有答复，等待微信的回执',
  'sends.not_arrived': '已核对，没有送达',
  'wechat.43101': '客户在微信里没有允许，或次数已用完',
  'wechat.47003': '模板内容不合微信的要求',
  'wechat.41030': '页面不在已发布的版本里',
  'wechat.40037': '微信没有这个模板',
  'wechat.40003': '微信不认识这个客户标识',
};
