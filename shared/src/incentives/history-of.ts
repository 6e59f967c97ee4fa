import { addDays, dayOfInstant, mondayOf, startOfDay } from '../time/index.ts';
import type { HistoryFieldKey } from './award-fields.ts';
import type { EarningEvent, EarningFact } from './earning-fact.ts';

/** What the history of a member says of a fact; null: there was none before it. */
type History = Readonly<Record<HistoryFieldKey, number | null>>;

const COUNTED_DAYS = 30;

/**
 * What is known of a member's earning facts when a fact comes, that fact included. Depends on which facts there are, not
 * on their order; facts of a clock that cannot be right, and of days after this one, count nothing.
 */
export function historyOf(fact: EarningFact, past: readonly EarningFact[]): History {
  const { type, contentId } = fact;
  const day = dayOfInstant(fact.occurredAt);
  const tomorrow = startOfDay(addDays(day, 1));
  const daysOfWeek = day - mondayOf(day);
  const counted = new Counts();
  counted.add(type);
  let nthToday = 1;
  let nthThisWeek = 1;
  let nthEver = 1;
  let nthOfContent = 1;
  // Days ago on which there were facts, a bit a day: of any event, and of this one; and what lies before those.
  let active = 1;
  let same = 0;
  const before: number[] = [];
  for (const each of past) {
    if (each.isClockSuspect || each.occurredAt >= tomorrow) continue;
    const ago = day - dayOfInstant(each.occurredAt);
    if (ago < COUNTED_DAYS) {
      counted.add(each.type);
      active |= 1 << ago;
    }
    if (each.type !== type) continue;
    nthEver += 1;
    if (ago <= daysOfWeek) nthThisWeek += 1;
    if (ago === 0) nthToday += 1;
    if (contentId !== null && each.contentId === contentId) nthOfContent += 1;
    if (ago < COUNTED_DAYS) same |= 1 << ago;
    else before.push(ago);
  }
  let streakDays = 1;
  while (streakDays < COUNTED_DAYS ? (same >> streakDays) & 1 : before.includes(streakDays)) streakDays += 1;
  return {
    nthToday,
    nthThisWeek,
    nthEver,
    nthOfContent,
    daysSinceSame: same === 0 ? leastOf(before) : lowestBit(same),
    streakDays,
    activeDaysIn30: bitsIn(active),
    lessonsIn30: counted.lessons,
    quizzesIn30: counted.quizzes,
    livesIn30: counted.lives,
    checkInsIn30: counted.checkIns,
    feedbackIn30: counted.feedback,
  };
}

class Counts {
  lessons = 0;
  quizzes = 0;
  lives = 0;
  checkIns = 0;
  feedback = 0;

  add(type: EarningEvent): void {
    switch (type) {
      case 'lesson_completed':
        this.lessons += 1;
        return;
      case 'quiz_submitted':
        this.quizzes += 1;
        return;
      case 'live_attended':
        this.lives += 1;
        return;
      case 'checked_in':
        this.checkIns += 1;
        return;
      case 'consultation_rated':
        this.feedback += 1;
    }
  }
}

const leastOf = (numbers: readonly number[]): number | null =>
  numbers.length === 0 ? null : Math.min(...numbers);

const lowestBit = (bits: number): number => 31 - Math.clz32(bits & -bits);

function bitsIn(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}
