import type { Field } from '../rules/index.ts';

/** What a rule can ask about the fact itself. */
export const EVENT_FIELDS = [
  { key: 'contentId', type: 'text', column: 'content_id' },
  { key: 'occurredOn', type: 'day', column: 'occurred_on' },
  { key: 'rightAnswers', type: 'whole', column: 'right_answers' },
  { key: 'minutesAttended', type: 'whole', column: 'minutes_attended' },
] as const satisfies readonly Field[];

/**
 * What a rule can ask about earning facts up to this one, this one included; days and weeks (from Monday) are Shanghai's.
 * Those without an event in their name are about facts of the same event.
 */
export const HISTORY_FIELDS = [
  { key: 'nthToday', type: 'whole', column: 'nth_today' },
  { key: 'nthThisWeek', type: 'whole', column: 'nth_this_week' },
  { key: 'nthEver', type: 'whole', column: 'nth_ever' },
  { key: 'nthOfContent', type: 'whole', column: 'nth_of_content' },
  { key: 'daysSinceSame', type: 'whole', column: 'days_since_same' },
  { key: 'streakDays', type: 'whole', column: 'streak_days' },
  { key: 'activeDaysIn30', type: 'whole', column: 'active_days_in_30' },
  { key: 'lessonsIn30', type: 'whole', column: 'lessons_in_30' },
  { key: 'quizzesIn30', type: 'whole', column: 'quizzes_in_30' },
  { key: 'livesIn30', type: 'whole', column: 'lives_in_30' },
  { key: 'checkInsIn30', type: 'whole', column: 'check_ins_in_30' },
  { key: 'feedbackIn30', type: 'whole', column: 'feedback_in_30' },
] as const satisfies readonly Field[];

export type EventFieldKey = (typeof EVENT_FIELDS)[number]['key'];
export type HistoryFieldKey = (typeof HISTORY_FIELDS)[number]['key'];
