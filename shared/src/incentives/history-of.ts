import { addDays, dayOfInstant, mondayOf, startOfDay } from '../time/index.ts';
import type { HistoryFieldKey } from './award-fields.ts';
import type { EarningEvent, EarningFact } from './earning-fact.ts';

/** What the history of a member says of a fact; null: there was none before it. */
type History = Readonly<Record<HistoryFieldKey, number | null>>;

const COUNTED_DAYS = 30;
const COUNTERS = {
  lesson_completed: 'lessonsIn30',
  quiz_submitted: 'quizzesIn30',
  live_attended: 'livesIn30',
  checked_in: 'checkInsIn30',
  consultation_rated: 'feedbackIn30',
} as const satisfies Record<EarningEvent, HistoryFieldKey>;

/**
 * What is known of a member's earning facts when a fact comes, that fact included. Depends on which facts there are, not
 * on their order; facts of a clock that cannot be right, and of days after this one, count nothing.
 */
export function historyOf(fact: EarningFact, past: readonly EarningFact[]): History {
  const day = dayOfInstant(fact.occurredAt);
  const today = startOfDay(day);
  const tomorrow = startOfDay(addDays(day, 1));
  const monday = startOfDay(mondayOf(day));
  const counted = startOfDay(addDays(day, 1 - COUNTED_DAYS));
  const history = {
    nthToday: 1,
    nthThisWeek: 1,
    nthEver: 1,
    nthOfContent: 1,
    lessonsIn30: 0,
    quizzesIn30: 0,
    livesIn30: 0,
    checkInsIn30: 0,
    feedbackIn30: 0,
  };
  history[COUNTERS[fact.type]] += 1;
  const sameDays = new Set<number>();
  const activeDays = new Set<number>([day]);
  for (const each of past) {
    const { type, occurredAt } = each;
    if (each.isClockSuspect || occurredAt >= tomorrow) continue;
    if (occurredAt >= counted) {
      history[COUNTERS[type]] += 1;
      activeDays.add(dayOfInstant(occurredAt));
    }
    if (type !== fact.type) continue;
    history.nthEver += 1;
    if (occurredAt >= monday) history.nthThisWeek += 1;
    if (occurredAt >= today) history.nthToday += 1;
    if (fact.contentId !== null && each.contentId === fact.contentId) history.nthOfContent += 1;
    sameDays.add(dayOfInstant(occurredAt));
  }
  return {
    ...history,
    activeDaysIn30: activeDays.size,
    daysSinceSame: sameDays.size === 0 ? null : day - Math.max(...sameDays),
    streakDays: streakEndingOn(day, sameDays),
  };
}

/** Days in a row up to this one, which counts in any case. */
function streakEndingOn(day: number, days: ReadonlySet<number>): number {
  let streak = 1;
  while (days.has(day - streak)) streak += 1;
  return streak;
}
