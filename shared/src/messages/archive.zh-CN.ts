import type { FindingState, TextState } from '../contracts/archive.limits.ts';
import type { WordingLevel } from '../contracts/moderation.limits.ts';

/** What of a firm's conversations leaves no trace is called by one word everywhere. */
export const UNKEPT = '未留痕';

/** Where a finding in a conversation stands. */
export const findingStateNames = {
  OPEN: '待处理',
  HANDLED: '已处理',
} as const satisfies Record<FindingState, string>;

/** How grave words in a conversation are: they are said already. */
export const findingLevelNames = {
  refused: '违规用语',
  review: '需再看',
} as const satisfies Record<WordingLevel, string>;

/** Kinds of messages, by WeCom's own word; one without a name shows the word. */
export const messageKindNames: Readonly<Record<string, string>> = {
  text: '文字',
  image: '图片',
  voice: '语音',
  video: '视频',
  file: '文件',
  emotion: '表情',
  card: '名片',
  location: '位置',
  link: '链接',
  weapp: '小程序卡片',
  chatrecord: '聊天记录',
  mixed: '图文',
  markdown: '文字',
  meeting_voice_call: '语音通话',
  voip_doc_share: '共享文档',
  redpacket: '红包',
  external_redpacket: '红包',
};

/** Why the words of a message are not there; null where they are, or there were none. */
export const textStateSentences = {
  NONE: null,
  SHOWN: null,
  HIDDEN: '您的岗位只看到有过这条消息，看不到内容。',
  ERASED: '客户已注销账号，内容已无法读取。',
} as const satisfies Record<TextState, string | null>;
