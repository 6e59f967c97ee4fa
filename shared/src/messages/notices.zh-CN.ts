import type { NoticeKind, NoticeState } from '../contracts/notifications.limits.ts';

type KindWords = Readonly<Record<`notices.kind.${NoticeKind}${'' | '.why'}`, string>>;
type StateWords = Readonly<Record<`notices.state.${Exclude<NoticeState, 'PLANNED'>}`, string>>;

/** What the phone says about the messages a member asked for. WeChat's own are called 微信服务通知. */
export const noticesMessages = {
  'notices.title': '提醒与通知',
  'notices.intro': '只有您要的提醒才会发到微信服务通知里。每允许一次，我们最多发一条。',
  'notices.kind.NEW_LESSON': '新课提醒',
  'notices.kind.LIVE_STARTING': '直播提醒',
  'notices.kind.LIVE_STARTING.why': '您预约的直播开始前一刻钟告诉您。',
  'notices.kind.NEW_LESSON.why': '您要提醒的课程有新的一课时告诉您。',
  'notices.kind.ACCOUNT_LINKED': '账户安全提醒',
  'notices.kind.ACCOUNT_LINKED.why': '有人把证券账户关联到您的账号时告诉您。',
  'notices.left': '还可以提醒您 {count} 次',
  'notices.none_left': '允许的次数已用完',
  'notices.allow': '再允许一次',
  'notices.no_wish': '还没有要提醒的课程，可以在学堂里选。',
  'notices.unavailable': '这种提醒暂时没有开通。',
  'notices.off': '关闭提醒：{title}',
  'notices.marketing': '活动消息',
  'notices.marketing.on': '已同意，可以关闭',
  'notices.marketing.off': '未同意，不会收到',
  'notices.log': '发给您的通知',
  'notices.log.empty': '还没有给您发过通知。',
  'notices.more': '再看 20 条',
  'notices.state.SENT': '已发送',
  'notices.state.FAILED': '没有发出',
  'notices.state.UNKNOWN': '正在向微信核对是否送达',
  'notices.state.WITHHELD': '没有发送',
  'notices.state.waiting': '正在发送',
  'notices.reason.none_left': '允许的次数已用完',
  'notices.reason.turned_off': '您已关闭这个提醒',
  'notices.reason.no_consent': '您已撤回使用同意',
  'notices.reason.refused': '微信那边没有允许',
  'notices.reason.other': '我们这边的原因',

  'copy.notices': '发给您的通知',
  'copy.wishes': '您要的提醒',

  'notices.remind': '提醒我新课',
  'notices.reminded': '已设新课提醒',
  'notices.asked.accepted': '好的，有新课会提醒您',
  'notices.asked.safety': '好的，有变动会提醒您',
  'notices.asked.refused': '您没有允许，这次不设提醒',
  'notices.asked.failed': '暂时无法询问微信，请稍后再试',
  'notices.asked.switched_off': '微信里关闭了通知，请在微信的设置里打开',
  'notices.ask.title': '微信服务通知',
  'notices.ask.text': '演示环境代替微信询问：允许发送一条「{title}」吗？',
  'notices.ask.confirm': '允许',
  'notices.ask.cancel': '不允许',
} as const satisfies KindWords & StateWords & Readonly<Record<string, string>>;
