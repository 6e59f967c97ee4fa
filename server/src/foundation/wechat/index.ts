export type { SealedRecord } from './archive/archive-feed.ts';
export {
  type ConsentAnswer,
  ConversationArchive,
  type UnreadableWhy,
} from './archive/conversation-archive.ts';
export type { ArchivedMessage } from './archive/read-archived.ts';
export { WechatError } from './client/wechat-error.ts';
export { MassSends } from './mass-sends.ts';
export { MomentPosts } from './moment-posts.ts';
export { SessionKeys } from './session-keys.ts';
export type {
  ContentScene,
  SubscribeMessage,
  TextVerdict,
  UnlimitedCode,
  UrlLink,
} from './wechat-answers.ts';
export { WechatApi } from './wechat-api.ts';
export { WechatLogin } from './wechat-login.ts';
export { WechatModule } from './wechat.module.ts';
export { WechatSession } from './wechat-session.ts';
export type {
  ContactWay,
  MassSend,
  MassSendOutcome,
  WecomAttachment,
  WecomContact,
  WecomGroup,
} from './wecom-answers.ts';
export { WecomApi } from './wecom-api.ts';
export { WecomTransfers } from './wecom-transfers.ts';
export { matchKeyOf, PlatformSends } from './sends/platform-sends.ts';
export type { Admission, NewSend, SendChannel, SendFacts, SendOutcome } from './sends/send-channel.ts';
export {
  type HandlePlatformEvent,
  type PlatformEvent,
  PlatformCallbacks,
} from './callbacks/platform-callbacks.ts';
export { listOf, textOf } from './callbacks/read-pushed.ts';
export { SubscribeSends } from './subscribe-sends.ts';
