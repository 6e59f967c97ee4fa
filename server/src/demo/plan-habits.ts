import type { DemoLesson, DemoVisit } from './demo-member.ts';
import type { SeededRandom } from './seeded-random.ts';

const PATHS = ['first-steps', 'fund-craft', 'long-view'] as const;
const PATH_LENGTH = 4;

/** Lessons finished one after the other, the last of them within `withinDays`. */
export function planLessons(random: SeededRandom, withinDays: number): DemoLesson[] {
  const finished: DemoLesson[] = [];
  let daysAgo = random.int(1, Math.max(1, withinDays));
  for (const pathCode of PATHS) {
    const count = random.chance(0.3) ? PATH_LENGTH : random.int(0, 2);
    for (let position = 1; position <= count; position += 1) {
      finished.push({ pathCode, position, daysAgo, hasQuiz: random.chance(0.6) });
      daysAgo = Math.max(1, daysAgo - random.int(0, 4));
    }
    if (random.chance(0.6)) break;
  }
  return finished;
}

interface Habit {
  /** Chance of coming on a day while active. */
  readonly perDay: number;
  /** Days on which the member was around: from the first to the last, counted back. */
  readonly fromDaysAgo: number;
  readonly toDaysAgo: number;
  /** Most things looked at on a day. */
  readonly most: number;
}

/**
 * What somebody looked at: half hardly ever come, some come for a season, a few almost every day. On days of a
 * falling market more do. One report in two hundred has a wrong clock, one in a hundred comes twice.
 */
export function planVisits(random: SeededRandom, registeredDaysAgo: number): readonly DemoVisit[] {
  const habit = habitOf(random, registeredDaysAgo);
  const visits: DemoVisit[] = [];
  for (let daysAgo = habit.fromDaysAgo; daysAgo >= habit.toDaysAgo; daysAgo -= 1) {
    if (!random.chance(Math.min(1, habit.perDay * (daysAgo % 37 === 0 ? 3 : 1)))) continue;
    for (let seen = random.int(1, habit.most); seen > 0; seen -= 1) visits.push(visitOf(random, daysAgo));
  }
  return visits;
}

function habitOf(random: SeededRandom, registeredDaysAgo: number): Habit {
  const kind = random.next();
  if (kind < 0.01)
    return { perDay: 0.97, fromDaysAgo: Math.min(60, registeredDaysAgo - 1), toDaysAgo: 1, most: 8 };
  if (kind < 0.08)
    return { perDay: 0.45, fromDaysAgo: Math.min(90, registeredDaysAgo - 1), toDaysAgo: 1, most: 4 };
  const fromDaysAgo = random.int(1, Math.max(1, registeredDaysAgo - 1));
  const toDaysAgo = Math.max(1, fromDaysAgo - random.int(10, 120));
  if (kind < 0.45) return { perDay: 0.08, fromDaysAgo, toDaysAgo, most: 3 };
  return { perDay: 0.01, fromDaysAgo, toDaysAgo, most: 2 };
}

function visitOf(random: SeededRandom, daysAgo: number): DemoVisit {
  const type = random.pick([
    'content_viewed',
    'content_viewed',
    'content_viewed',
    'content_dwelled',
    'content_dwelled',
    'content_shared',
  ] as const);
  return {
    type,
    daysAgo,
    secondOfDay: random.int(25_200, 82_800),
    value: type === 'content_dwelled' ? random.int(30, 1800) : null,
    isClockSuspect: random.chance(0.005),
    isToldTwice: random.chance(0.01),
  };
}
