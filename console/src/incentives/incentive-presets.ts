import type { IncentiveDraft } from '@siyu/shared/contracts/incentive-rules';
import { newDraft } from './new-draft.ts';

interface IncentivePreset {
  readonly name: string;
  readonly what: string;
  readonly draft: Omit<IncentiveDraft, 'schedule'>;
}

const one = (field: string, operator: string, value: unknown) => ({
  combinator: 'and',
  not: false,
  rules: [{ field, operator, value }],
});
const { limits } = newDraft;

/** Ways to begin: each is a draft like any other, to be changed and handed in. */
export const incentivePresets: readonly IncentivePreset[] = [
  {
    name: '学完一课',
    what: '每学完一课送 10 积分，每天最多两课',
    draft: {
      ...newDraft,
      name: '学完一课送积分',
      title: '学完一课',
      reason: '认真学完了一课',
      limits: { ...limits, perDay: 2 },
    },
  },
  {
    name: '本周第三课',
    what: '一周里学完第三课时送 30 积分',
    draft: {
      ...newDraft,
      name: '本周第三课送积分',
      title: '本周第三课',
      reason: '这周已经学完了三课',
      condition: one('nthThisWeek', '=', 3),
      then: { kind: 'points', points: 30 },
      limits: { ...limits, perWeek: 1 },
    },
  },
  {
    name: '连续签到七天',
    what: '连续签到满七天时送 20 积分',
    draft: {
      ...newDraft,
      name: '连续签到七天送积分',
      title: '七天签到',
      reason: '连续七天都来看看',
      when: 'checked_in',
      condition: one('streakDays', '=', 7),
      then: { kind: 'points', points: 20 },
      limits: { ...limits, perWeek: 1 },
    },
  },
  {
    name: '三课一测',
    what: '任务：先学完三课，再通过一次测验，送 80 积分',
    draft: {
      ...newDraft,
      name: '任务：三课一测',
      title: '三课一测',
      reason: '学完三课并通过了测验',
      when: 'quiz_submitted',
      mission: {
        steps: [
          { event: 'lesson_completed', count: 3, contentIds: null, days: 'any' },
          { event: 'quiz_submitted', count: 1, contentIds: null, days: 'any' },
        ],
        isOrdered: true,
        withinDays: 30,
      },
      then: { kind: 'points', points: 80 },
      limits: { ...limits, perDay: null, total: 1 },
    },
  },
];

const PRESET_DAYS = 180;

/** A preset with days of its own, the last of them whole. @param now epoch ms */
export function begunFrom({ draft }: IncentivePreset, now: number): IncentiveDraft {
  const day = new Date(now + 8 * 3_600_000 + PRESET_DAYS * 86_400_000).toISOString().slice(0, 10);
  return { ...draft, schedule: { from: null, until: new Date(`${day}T00:00:00+08:00`).toISOString() } };
}
