import type { EventType } from '../contracts/engagement.limits.ts';
import type { RecordedKind } from '../contracts/privacy.limits.ts';

type EventNames = Readonly<Record<`recorded.event.${EventType}`, string>>;
type KindSentences = Readonly<
  Record<`recorded.kind.${RecordedKind}${'' | '.why' | '.kept' | '.basis'}`, string>
>;

const BY_LAW =
  '按证券业务资料的要求保存不少于二十年（《证券法》第一百三十七条）。注销账号后只保存，不再使用。';
const ENTRIES = '一条一条的记录保存二十四个月，此后只留下每天的次数';
const ENTRIES_UNTIL_CLOSED = `${ENTRIES}。注销账号时删除。`;
const LEGAL_DUTY = '履行法定职责或者法定义务（《个人信息保护法》第十三条第三项）。';
const SERVICE = '您同意的服务协议与隐私政策（《个人信息保护法》第十三条第一项），可以随时撤回。';

/** What is recorded of a member: each kind with why, how long and on which basis, and a name for every event. */
export const recordedMessages = {
  'recorded.kind.identity': '登录标识、称呼、登录时间和手机标记',
  'recorded.kind.identity.why':
    '用来认出是您。手机标记由登录时的网络地址和机型换算而来，换不回去，只用来发现多个账号在同一台手机上领积分。我们不读取您的通讯录、相册和位置。',
  'recorded.kind.identity.kept': '保存到您注销账号为止，注销时删除；登录记录和手机标记七天后过期，自动删除。',
  'recorded.kind.identity.basis': '为您提供服务所必需（《个人信息保护法》第十三条第二项）。',
  'recorded.kind.consent': '您的同意与撤回',
  'recorded.kind.consent.why': '作为您作过这些决定的凭据。',
  'recorded.kind.consent.kept': BY_LAW,
  'recorded.kind.consent.basis': LEGAL_DUTY,
  'recorded.kind.learning': '看过的课程和直播、时长、学完的课和小测',
  'recorded.kind.learning.why':
    '用来续读，显示学习记录和「我们同行的路」，并改进内容。在手机上先保存，联网后送达。',
  'recorded.kind.learning.kept': `${ENTRIES}和您学完的课、小测成绩。注销账号时删除；直播里的发言和观看时间随直播存档，注销后不再对应到您。`,
  'recorded.kind.learning.basis': SERVICE,
  'recorded.kind.arrival': '您扫码或从分享的卡片进来',
  'recorded.kind.arrival.why': '用来了解哪里的二维码和内容有用。只在打开应用时记一次，不跟踪您在别处做什么。',
  'recorded.kind.arrival.kept': '保存到您注销账号为止，注销时删除；之后只留下不含您身份的人数。',
  'recorded.kind.arrival.basis': SERVICE,
  'recorded.kind.community': '社群、签到和朋友从您的分享进来',
  'recorded.kind.community.why':
    '用来显示您参与过什么，让您看到所在群的公告。群聊里不记您说了什么；您在群页提的问题会保存，供顾问答复。',
  'recorded.kind.community.kept': ENTRIES_UNTIL_CLOSED,
  'recorded.kind.community.basis': SERVICE,
  'recorded.kind.service': '投资顾问的绑定、咨询、回访和投诉',
  'recorded.kind.service.why':
    '让为您服务的同事接着上一次继续，也用来查清服务是否妥当。评价只记您评过，不影响服务。',
  'recorded.kind.service.kept': BY_LAW,
  'recorded.kind.service.basis': LEGAL_DUTY,
  'recorded.kind.suitability': '基本情况、风险测评、适当性匹配和风险揭示',
  'recorded.kind.suitability.why': '法律要求我们先了解您，再提供合适的服务。',
  'recorded.kind.suitability.kept': BY_LAW,
  'recorded.kind.suitability.basis': LEGAL_DUTY,
  'recorded.kind.products': '看过和收藏的产品页面',
  'recorded.kind.products.why': '方便您以后回看。',
  'recorded.kind.products.kept': ENTRIES_UNTIL_CLOSED,
  'recorded.kind.products.basis': SERVICE,
  'recorded.kind.trading': '关联账户后的交易、持有、协议和费用',
  'recorded.kind.trading.why':
    '只有您单独同意关联账户后才会读取，用来了解您与本公司的服务关系，也让您看到自己付过的费用。',
  'recorded.kind.trading.kept': BY_LAW,
  'recorded.kind.trading.basis':
    '您的单独同意（《个人信息保护法》第二十九条），可以随时撤回；业务记录的保存是法定义务。',
  'recorded.kind.rewards': '积分与权益的得到和使用',
  'recorded.kind.rewards.why': '用来记清您有多少积分，用在了哪里。',
  'recorded.kind.rewards.kept': ENTRIES_UNTIL_CLOSED,
  'recorded.kind.rewards.basis': SERVICE,
  'recorded.kind.messages': '微信服务通知的发送、打开和退订',
  'recorded.kind.messages.why': '用来控制次数，不打扰您，并遵从您的退订。',
  'recorded.kind.messages.kept': ENTRIES_UNTIL_CLOSED,
  'recorded.kind.messages.basis': '您对接收消息的同意（《个人信息保护法》第十三条第一项），可以随时撤回。',
  'recorded.kind.derived': '按固定规则算出的评分、同行阶段和排序理由',
  'recorded.kind.derived.why':
    '用来安排服务和内容，不用于定价和收费。只有您同意个性化，才会计算评分；同行阶段只看学习和服务。',
  'recorded.kind.derived.kept': '随您的记录更新。撤回同意后停止计算，注销账号时删除。',
  'recorded.kind.derived.basis':
    '您对按您的情况安排内容的同意（《个人信息保护法》第十三条第一项、第二十四条），可以随时撤回。',

  'recorded.event.content_viewed': '打开课程',
  'recorded.event.content_dwelled': '阅读时长',
  'recorded.event.content_shared': '点了分享',
  'recorded.event.live_replayed': '看直播回放',
  'recorded.event.product_viewed': '打开产品页面',
  'recorded.event.product_favourited': '收藏产品',
  'recorded.event.disclosure_read': '阅读风险揭示',
  'recorded.event.member_registered': '开始使用',
  'recorded.event.consent_granted': '同意一项',
  'recorded.event.consent_withdrawn': '撤回一项同意',
  'recorded.event.kyc_updated': '更新基本情况',
  'recorded.event.risk_assessed': '完成风险测评',
  'recorded.event.account_opened': '开立账户',
  'recorded.event.adviser_bound': '绑定投资顾问',
  'recorded.event.callback_done': '完成回访',
  'recorded.event.lesson_completed': '学完一课',
  'recorded.event.quiz_submitted': '交一份小测',
  'recorded.event.live_reserved': '预约直播',
  'recorded.event.live_attended': '参加直播',
  'recorded.event.referral_opened': '朋友打开您的分享',
  'recorded.event.referral_registered': '朋友从您的分享开始使用',
  'recorded.event.group_joined': '加入社群',
  'recorded.event.group_left': '离开社群',
  'recorded.event.group_replied': '在社群里发言的次数',
  'recorded.event.checked_in': '签到',
  'recorded.event.consultation_requested': '提出咨询',
  'recorded.event.consultation_replied': '咨询得到回复',
  'recorded.event.consultation_closed': '咨询结束',
  'recorded.event.consultation_rated': '评价咨询',
  'recorded.event.suitability_checked': '适当性匹配',
  'recorded.event.purchase_submitted': '提交申购',
  'recorded.event.purchase_confirmed': '申购确认',
  'recorded.event.purchase_refunded': '申购退回',
  'recorded.event.redemption_confirmed': '赎回确认',
  'recorded.event.sip_created': '设立定投',
  'recorded.event.sip_stopped': '停止定投',
  'recorded.event.advisory_contract_signed': '签订投顾协议',
  'recorded.event.advisory_contract_cancelled': '终止投顾协议',
  'recorded.event.aum_snapshotted': '持有情况快照',
  'recorded.event.net_inflow_recorded': '资金进出汇总',
  'recorded.event.benefit_booked': '费用入账',
  'recorded.event.points_earned': '得到积分',
  'recorded.event.points_reversed': '冲正积分',
  'recorded.event.points_redeemed': '使用积分',
  'recorded.event.reward_issued': '得到权益',
  'recorded.event.push_sent': '发出服务通知',
  'recorded.event.push_delivered': '服务通知送达',
  'recorded.event.push_opened': '打开服务通知',
  'recorded.event.push_unsubscribed': '退订服务通知',
  'recorded.event.complaint_filed': '提出投诉',
} as const satisfies EventNames & KindSentences;
