import type { EventSource, EventType } from '../contracts/engagement.limits.ts';
import type { ConsentPurpose, RestrictionReason } from '../contracts/identity.limits.ts';
import type { Withheld } from '../contracts/panorama.limits.ts';

/** What members do and what happens to them, for staff. */
export const eventNames = {
  content_viewed: '打开课程',
  content_dwelled: '阅读时长',
  content_shared: '点了分享',
  live_replayed: '看直播回放',
  product_viewed: '查看产品',
  product_favourited: '收藏产品',
  disclosure_read: '阅读风险揭示',
  member_registered: '注册',
  consent_granted: '同意授权',
  consent_withdrawn: '撤回授权',
  kyc_updated: '更新身份资料',
  risk_assessed: '风险测评',
  account_opened: '开户',
  adviser_bound: '绑定投资顾问',
  callback_done: '完成回访',
  lesson_completed: '学完课程',
  quiz_submitted: '提交小测',
  live_reserved: '预约直播',
  live_attended: '参加直播',
  referral_opened: '打开邀请',
  referral_registered: '受邀注册',
  group_joined: '加入社群',
  group_left: '离开社群',
  group_replied: '社群回复',
  checked_in: '签到',
  consultation_requested: '发起咨询',
  consultation_replied: '咨询回复',
  consultation_closed: '咨询结束',
  consultation_rated: '评价咨询',
  suitability_checked: '适当性匹配',
  purchase_submitted: '提交购买',
  purchase_confirmed: '购买确认',
  purchase_refunded: '购买退回',
  redemption_confirmed: '赎回确认',
  sip_created: '开始定投',
  sip_stopped: '停止定投',
  advisory_contract_signed: '签订投顾协议',
  advisory_contract_cancelled: '解除投顾协议',
  aum_snapshotted: '持有快照',
  net_inflow_recorded: '净流入',
  benefit_booked: '计入效益',
  points_earned: '获得积分',
  points_reversed: '冲回积分',
  points_redeemed: '兑换积分',
  reward_issued: '发放权益',
  push_sent: '发出通知',
  push_delivered: '通知送达',
  push_opened: '打开通知',
  push_unsubscribed: '退订通知',
  complaint_filed: '投诉',
} as const satisfies Record<EventType, string>;

/** Who saw it happen. */
export const eventSourceNames = {
  phone: '手机上报',
  server: '服务器记录',
  core: '业务系统告知',
} as const satisfies Record<EventSource, string>;

/** What a member may agree to. */
export const consentPurposeNames = {
  SERVICE: '服务条款与隐私规则',
  PROFILING: '个性化服务',
  MARKETING: '服务通知',
  SENSITIVE: '账户信息（单独同意）',
} as const satisfies Record<ConsentPurpose, string>;

/** Where a decision was taken. */
export const consentChannelNames: Readonly<Record<string, string>> = {
  miniprogram: '小程序',
  console: '柜台代办',
  demo: '演示数据',
};

/** Names in other systems. */
export const identityKindNames: Readonly<Record<string, string>> = {
  core_customer: '核心系统客户',
  wechat_openid: '微信小程序',
  wechat_unionid: '微信开放平台',
  wecom_external_contact: '企业微信外部联系人',
};

/** Why the data of a member is kept but no longer used. */
export const restrictionReasonNames = {
  member_asked: '客户要求',
  account_closed: '已销户',
  accuracy_disputed: '对准确性有异议',
  unlawful: '处理依据不足',
} as const satisfies Record<RestrictionReason, string>;

/** In place of a conclusion that a member refuses. */
export const REFUSED = '客户已拒绝使用';

/** Why a part of a member's record is not shown. */
export const withheldSentences = {
  NOT_LINKED: '这位客户还没有关联账户，没有可以查看的记录。',
  NOT_PERMITTED: '客户没有同意或已撤回这项授权，或者信息已被限制处理；记录依法保存，只有合规可以查看。',
  REFUSED: '客户已拒绝使用这项结论，以前的记录只有合规可以查看。',
} as const satisfies Record<Withheld, string>;
