import type {
  Resolution,
  SendChannelName,
  SendState,
  SettledBy,
} from '../contracts/platform-sends.limits.ts';

export const sendStateNames = {
  PLANNED: '待发送',
  SENDING: '发送中',
  SENT: '已送达平台',
  FAILED: '平台拒绝',
  UNKNOWN: '结果未知',
  WITHHELD: '未发送',
} as const satisfies Record<SendState, string>;

export const sendChannelNames = {
  'wechat.subscribe': '微信订阅消息',
  'wecom.mass_send': '企业微信群发任务',
  'wecom.moment': '企业微信朋友圈任务',
} as const satisfies Record<SendChannelName, string>;

export const settledByNames = {
  ANSWER: '平台的回应',
  EVENT: '平台的事件通知',
  QUERY: '向平台查询',
  PERSON: '人工核对',
} as const satisfies Record<SettledBy, string>;

export const resolutionNames = {
  SENT: '对方已收到',
  FAILED: '对方没有收到',
} as const satisfies Record<Resolution, string>;

/** What a platform's own code means; one without a row here is shown as it is. */
export const platformCodeSentences: Readonly<Record<string, string>> = {
  'wechat.43101': '对方没有可用的订阅次数，或已拒收。',
  'wechat.40003': '收件人的 openid 不属于这个小程序。',
  'wechat.40037': '订阅消息模板不存在，请核对模板编号。',
  'wechat.41030': '消息打开的页面不在已发布的版本里。',
  'wechat.47003': '消息内容不符合模板的要求，请核对各项的类型和长度。',
  'wechat.45009': '今天的发送次数已用完，系统会稍后再试。',
  'wechat.45011': '发送太频繁，系统会稍后再试。',
  'wechat.-1': '微信系统繁忙，系统会自动再试。',
  'wecom.84061': '员工和客户之间没有联系人关系。',
  'wecom.48002': '企业微信应用没有这个接口的权限。',
  'wecom.60020': '服务器地址不在企业微信的可信名单里。',
  'wecom.-1': '企业微信系统繁忙，系统会自动再试。',
};
