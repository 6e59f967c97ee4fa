import type { MissionBoard, StaffAward, StaffAwards } from '@siyu/shared/contracts/awards';

const id = (last: string): string => `019ac000-0000-7000-8000-0000000000${last}`;
const until = '2027-05-28T16:00:00.000Z';
const points = (amount: number) => ({ kind: 'points', points: amount, badge: null }) as const;

/** A day that is checked in, one thing to do each time, and a mission that is half done. */
export const MISSIONS: MissionBoard = {
  checkIn: { day: '2026-11-30', isDone: true, streakDays: 4 },
  missions: [
    {
      ruleId: id('01'),
      title: '学完一课',
      reason: '认真学完了一课',
      reward: points(10),
      event: 'lesson_completed',
      until,
      isOrdered: false,
      steps: [],
      isDone: false,
    },
    {
      ruleId: id('02'),
      title: '三课一测',
      reason: '学完三课并通过了测验',
      reward: points(80),
      event: 'quiz_submitted',
      until,
      isOrdered: true,
      steps: [
        { event: 'lesson_completed', days: 'any', needed: 3, done: 2 },
        { event: 'quiz_submitted', days: 'any', needed: 1, done: 0 },
      ],
      isDone: false,
    },
  ],
  badges: ['第一课'],
};

const held = (last: string, awardNo: number, more: Partial<StaffAward>): StaffAward => ({
  awardId: id(last),
  awardNo,
  member: { memberId: id('a1'), displayName: '周**' },
  ruleId: id('01'),
  ruleName: '学完一课送积分',
  ruleVersion: 2,
  event: 'lesson_completed',
  eventId: id('e1'),
  seq: 37,
  occurredAt: '2026-11-30T01:12:40.000Z',
  reward: points(10),
  valueFen: 10,
  state: 'HELD',
  hold: 'LESSON_TOO_FAST',
  holdSeen: 4,
  refusal: null,
  conditions: [
    {
      place: '',
      field: 'nthThisWeek',
      operator: '>=',
      operands: [1],
      value: 3,
      holds: true,
    },
  ],
  givenAt: '2026-11-30T01:12:41.000Z',
  decidedAt: null,
  deciderName: null,
  decisionReason: null,
  ...more,
});

/** Awards that wait, each for another reason. */
export const HELD_AWARDS: StaffAwards = {
  rows: [
    held('11', 1204, {}),
    held('12', 1198, {
      event: 'quiz_submitted',
      ruleName: '任务：三课一测',
      reward: points(80),
      valueFen: 80,
      hold: 'QUIZ_TOO_FAST',
      holdSeen: 2,
    }),
    held('13', 1187, { hold: 'TOO_MANY', holdSeen: 34, member: { memberId: id('a2'), displayName: '吴*' } }),
    held('14', 1180, {
      hold: 'DEVICE_RING',
      holdSeen: 6,
      member: { memberId: id('a3'), displayName: '郑**' },
    }),
    held('15', 1176, {
      hold: 'INVITE_RING',
      holdSeen: 7,
      member: { memberId: id('a4'), displayName: '王*' },
    }),
  ],
  total: 5,
  nextCursor: null,
};
