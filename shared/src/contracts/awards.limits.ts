import type { Role } from './identity.limits.ts';

/**
 * What became of an award. One that is held has its share of the budget already and waits for a person; what was
 * reversed had been given before.
 */
export const AWARD_STATES = ['AWARDED', 'HELD', 'REFUSED', 'REVERSED'] as const;
export type AwardState = (typeof AWARD_STATES)[number];

/** Why an award waits for a person (REQ-INC-8). */
export const AWARD_HOLDS = ['QUIZ_TOO_FAST', 'LESSON_TOO_FAST', 'TOO_MANY'] as const;
export type AwardHold = (typeof AWARD_HOLDS)[number];

/** Why an award was not given: no room in the budget, none left of the item, the guard of today, or a person. */
export const AWARD_REFUSALS = ['BUDGET', 'STOCK', 'GUARD', 'PERSON'] as const;
export type AwardRefusal = (typeof AWARD_REFUSALS)[number];

/** Nobody answers a quiz sooner than this after the one before. */
export const QUIZ_FLOOR_SECONDS = 5;
/** Nobody reads a lesson to its end sooner than this after the one before. */
export const LESSON_FLOOR_SECONDS = 15;
/** More things within an hour than one person does. */
export const FACTS_PER_HOUR_MAX = 30;

export const AWARD_REASON_MIN = 4;
export const AWARD_REASON_MAX = 200;

/** Staff who read what was given, decide what is held and take back what was given. */
export const AWARD_DESK: readonly Role[] = ['operator', 'compliance'];
