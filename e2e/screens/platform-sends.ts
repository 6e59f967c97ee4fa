import type { PlatformSendRow, PlatformSendRows } from '@siyu/shared/contracts/platform-sends';

/** Messages in every state, which no quiet world has at once. */
export const UNKNOWN_SEND: PlatformSendRow = {
  sendId: '01930000-0000-7000-8000-0000000005e1',
  channel: 'wechat.subscribe',
  businessKey: 'notice:LIVE_REMINDER:01930000-0000-7000-8000-00000000a001:7',
  state: 'UNKNOWN',
  plannedAt: '2026-11-24T02:00:00.000Z',
  nextAt: null,
  attempts: 1,
  sendingAt: '2026-11-24T02:00:01.000Z',
  settledAt: null,
  settledBy: null,
  errorCode: 'sends.unanswered',
  rid: null,
  platformId: null,
  resolverName: null,
  reason: null,
};
const SENT: PlatformSendRow = {
  ...UNKNOWN_SEND,
  sendId: '01930000-0000-7000-8000-0000000005e2',
  businessKey: 'notice:LESSON_BOOKED:01930000-0000-7000-8000-00000000a002:1',
  state: 'SENT',
  settledAt: '2026-11-24T02:00:02.000Z',
  settledBy: 'ANSWER',
  errorCode: null,
  platformId: '3181772910226759681',
};
const REFUSED: PlatformSendRow = {
  ...SENT,
  sendId: '01930000-0000-7000-8000-0000000005e3',
  state: 'FAILED',
  errorCode: 'wechat.43101',
  platformId: null,
  rid: '6742aabb-1122aabb-33445566',
};
const WAITING: PlatformSendRow = {
  ...UNKNOWN_SEND,
  sendId: '01930000-0000-7000-8000-0000000005e4',
  channel: 'wechat.subscribe',
  state: 'PLANNED',
  nextAt: '2026-11-24T02:01:00.000Z',
  attempts: 2,
  sendingAt: null,
  errorCode: 'wechat.-1',
};
export const SENDS: PlatformSendRows = {
  rows: [UNKNOWN_SEND, SENT, REFUSED, WAITING],
  total: 4,
  nextCursor: null,
  open: { planned: 1, sending: 0, unknown: 1 },
  day: { sent: 1, failed: 1, withheld: 0 },
};
