import type { NoticeRows, SentNotices } from '@siyu/shared/contracts/notifications';

const id = (last: number): string => `019ab000-0000-7000-8000-0000000000b${last}`;
const lines = ['课程：理财第一步', '新一课：读懂一份基金季报', '上线时间：2026年11月24日 10:00'];

/** Messages of each end, as a member reads them. */
export const SENT_NOTICES: SentNotices = {
  notices: (
    [
      ['WITHHELD', 'notifications.none_left'],
      ['UNKNOWN', 'sends.unanswered'],
      ['SENT', null],
    ] as const
  ).map(([state, reason], at) => ({
    noticeId: id(at),
    kind: 'NEW_LESSON',
    messageClass: 'SERVICE',
    title: '新课提醒',
    lines,
    state,
    reason,
    at: `2026-11-2${4 - at}T02:05:00.000Z`,
  })),
  nextCursor: null,
};

/** The same as the desk sees them. */
export const NOTICE_ROWS: NoticeRows = {
  rows: SENT_NOTICES.notices.map(({ noticeId, kind, messageClass, state, reason, at }) => ({
    noticeId,
    member: { memberId: id(9), displayName: '何*' },
    kind,
    messageClass,
    templateId: 'sbx-new-lesson',
    state,
    reason,
    plannedAt: at,
    settledAt: state === 'UNKNOWN' ? null : at,
  })),
  total: 3,
  unknown: 1,
  nextCursor: null,
};
