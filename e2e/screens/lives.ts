import type { LiveCard, LiveRoom } from '@siyu/shared/contracts/live';
import type { LiveCourse, LiveDetail, LiveRow } from '@siyu/shared/contracts/live-desk';

const id = (last: string): string => `019ab000-0000-7000-8000-0000000000${last}`;
const host = { hostName: '沈知行', hostRegistrationNo: 'S0260519080001' };
export const LIVE_ID = id('e1');

const card = (more: Partial<LiveCard>): LiveCard => ({
  liveId: LIVE_ID,
  title: '怎样读懂一份基金季报',
  summary: '用一份公开的季报，看看规模、费用和前十大持仓各在哪里。适合学过前两课的您。',
  label: 'education',
  platform: 'own',
  startsAt: '2026-12-10T11:30:00.000Z',
  endsAt: '2026-12-10T12:30:00.000Z',
  state: 'ANNOUNCED',
  ...host,
  isReserved: false,
  ...more,
});
export const LIVES = {
  lives: [
    card({ state: 'ON_AIR', isReserved: true, startsAt: '2026-11-29T11:30:00.000Z' }),
    card({ liveId: id('e2'), title: '定投的日子怎样选：从发薪日说起', startsAt: '2026-12-12T02:00:00.000Z' }),
    card({
      liveId: id('e3'),
      title: '十二月的投教公开课：费用从哪里来',
      platform: 'channels',
      startsAt: '2026-12-17T11:30:00.000Z',
    }),
  ],
  nextCursor: null,
};

const room = (state: LiveCard['state'], more: Partial<LiveRoom> = {}): LiveRoom => ({
  card: card({ state, isReserved: state !== 'ANNOUNCED' }),
  now: { state, isMuted: false, notice: null },
  firmName: '思语证券股份有限公司',
  riskNote: '本场直播只作投资者教育，不构成投资建议。市场有风险，投资需谨慎。',
  basis: null,
  streamUrl: null,
  channels: null,
  quizLessonId: null,
  watchedMinutes: 0,
  isAttended: false,
  ...more,
});
export const ROOMS = {
  ahead: room('ANNOUNCED'),
  onAir: room('ON_AIR'),
  muted: room('ON_AIR', {
    now: { state: 'ON_AIR', isMuted: true, notice: '有人发了联系方式，我们先核对。' },
  }),
  stopped: room('STOPPED', { now: { state: 'STOPPED', isMuted: false, notice: '讲到了没有复核的内容。' } }),
  ended: room('ENDED', { quizLessonId: id('a3'), watchedMinutes: 42, isAttended: true }),
} as const;
const chat = (last: string, text: string, more: object = {}) => ({
  chatId: id(last),
  seq: Number.parseInt(last, 16),
  text,
  maskedName: '王**',
  isMine: false,
  state: 'SHOWN',
  sentAt: `2026-11-29T11:41:${last}.000Z`,
  ...more,
});
export const CHATS = {
  now: ROOMS.onAir.now,
  chats: [
    chat('10', '前十大持仓是季度最后一天的吗？'),
    chat('11', '原来费用在季报的第三页。', { maskedName: '李*' }),
    chat('12', '以前觉得讲理财的都低俗，这一场讲得明白。', { isMine: true, state: 'WAITING', seq: null }),
  ],
  lastSeq: 17,
};

/** A room on air with what is said in it, whatever the server has; null for all else. */
export function answerOfLives(url: string): object | null {
  if (url.includes(`/v1/lives/${LIVE_ID}/chats`)) return CHATS;
  return url.includes(`/v1/lives/${LIVE_ID}`) ? ROOMS.onAir : null;
}

const row = (more: Partial<LiveRow>): LiveRow => ({
  liveId: LIVE_ID,
  title: '怎样读懂一份基金季报',
  label: 'education',
  platform: 'own',
  state: 'DRAFT',
  startsAt: '2026-12-10T11:30:00.000Z',
  endsAt: '2026-12-10T12:30:00.000Z',
  hostName: host.hostName,
  version: 2,
  filingState: 'CONFIRMED',
  reservations: 0,
  archiveDueOn: null,
  isArchiveOverdue: false,
  ...more,
});
export const LIVE_ROWS = {
  rows: [
    row({ state: 'ANNOUNCED', reservations: 128 }),
    row({
      liveId: id('e2'),
      title: '定投的日子怎样选：从发薪日说起',
      state: 'IN_REVIEW',
      filingState: 'WAITING',
      version: 1,
    }),
    row({
      liveId: id('e3'),
      title: '十二月的投教公开课：费用从哪里来',
      platform: 'channels',
      state: 'DRAFT',
      filingState: null,
      version: 1,
    }),
  ],
  total: 3,
  nextCursor: null,
};

const SCRIPT = [
  '大家好，欢迎来到今天的投教公开课。我是沈知行。',
  '我们用一份公开的季报，看看规模、费用和前十大持仓各在哪里。数字只用来认位置，不对任何一只基金作评价。',
  '最后留十分钟回答发言里的问题；涉及个人账户的，请约您的投资顾问单独谈。',
].join('\n');
const detail = (more: Partial<LiveRow>, rest: Partial<LiveDetail> = {}): LiveDetail => ({
  row: row(more),
  plan: {
    title: '怎样读懂一份基金季报',
    summary: '用一份公开的季报，看看规模、费用和前十大持仓各在哪里。适合学过前两课的您。',
    label: 'education',
    platform: 'own',
    startsAt: '2026-12-10T11:30:00.000Z',
    endsAt: '2026-12-10T12:30:00.000Z',
    hostId: id('f1'),
    script: SCRIPT,
    riskNote: '本场直播只作投资者教育，不构成投资建议。市场有风险，投资需谨慎。',
    quizLessonId: id('a3'),
    channels: null,
  },
  planSha256: '4f0c2a9d8e7b'.padEnd(64, '0'),
  hostRegistrationNo: host.hostRegistrationNo,
  hostIsRegistered: true,
  authorName: '唐晓芸',
  review: null,
  lastReview: {
    isApproved: false,
    comment: '请写明问答怎样收尾。',
    reviewerName: '周敏',
    decidedAt: '2026-11-26T08:20:00.000Z',
  },
  filing: {
    filingNo: '深证监直播 2026-117',
    filedOn: '2026-11-20',
    filedWith: '深圳证监局',
    state: 'CONFIRMED',
    isOfThisPlan: true,
    enteredByName: '唐晓芸',
    enteredAt: '2026-11-25T02:10:00.000Z',
    fileId: id('c1'),
    review: null,
  },
  files: [],
  air: null,
  steps: [
    { act: 'EDIT', at: '2026-11-25T01:30:00.000Z', byName: '唐晓芸', reason: null },
    { act: 'SUBMIT', at: '2026-11-25T02:00:00.000Z', byName: '唐晓芸', reason: null },
    { act: 'FILE', at: '2026-11-25T02:10:00.000Z', byName: '唐晓芸', reason: null },
    { act: 'RETURN', at: '2026-11-26T08:20:00.000Z', byName: '周敏', reason: '请写明问答怎样收尾。' },
  ],
  figures: {
    reservations: 128,
    viewersNow: 86,
    viewers: 103,
    attended: 74,
    watchedMinutes: 3_912,
    chats: 41,
    chatsWaiting: 1,
  },
  archive: null,
  mayDo: ['EDIT', 'SUBMIT', 'FILE', 'CANCEL'],
  ...rest,
});
const air = {
  startedAt: '2026-12-10T11:31:00.000Z',
  startedByName: '唐晓芸',
  endedAt: null,
  endedByName: null,
  signedName: host.hostName,
  signedNo: host.hostRegistrationNo,
  isMuted: false,
};
const BEGAN = Date.parse(air.startedAt);
/** More and more come in the first quarter of an hour, and most stay until the questions. */
export const LIVE_COURSE: LiveCourse = {
  stepMinutes: 1,
  points: Array.from({ length: 58 }, (_, minute) => ({
    at: new Date(BEGAN + minute * 60_000).toISOString(),
    viewers: Math.round(
      minute < 15 ? 24 + minute * 4.5 : 88 - (minute % 7) - (minute > 45 ? (minute - 45) * 4 : 0),
    ),
  })),
};
export const LIVE_DETAILS = {
  draft: detail({ state: 'DRAFT' }),
  onAir: detail({ state: 'ON_AIR', reservations: 128 }, { air, lastReview: null, mayDo: ['MUTE', 'STOP'] }),
  archived: detail(
    { state: 'ARCHIVED', reservations: 128 },
    {
      air: { ...air, endedAt: '2026-12-10T12:29:00.000Z', endedByName: '唐晓芸' },
      lastReview: null,
      mayDo: [],
      archive: {
        archivedAt: '2026-12-11T03:00:00.000Z',
        archivedByName: '唐晓芸',
        recordingUrl: null,
        recordingFileId: id('c2'),
        recordingSha256: '9b1f3c77'.repeat(8),
        chatSha256: '0d5e8a42'.repeat(8),
        viewersSha256: '7c2b6f19'.repeat(8),
      },
    },
  ),
} as const;
const said = (last: string, text: string, more: object = {}) => ({
  chatId: id(last),
  seq: 1,
  text,
  maskedName: '王**',
  state: 'SHOWN',
  sentAt: '2026-12-10T11:41:00.000Z',
  doubts: [],
  refusedCode: null,
  deciderName: null,
  decidedAt: null,
  ...more,
});
export const DESK_CHATS = {
  rows: [
    said('b3', '以前觉得讲理财的都低俗，这一场讲得明白。', { state: 'WAITING', doubts: ['wechat_review'] }),
    said('b2', '加我微信，带您一起买。', { state: 'REFUSED', refusedCode: 'live.asks_for_payment' }),
    said('b1', '前十大持仓是季度最后一天的吗？'),
  ],
  total: 3,
  nextCursor: null,
};
