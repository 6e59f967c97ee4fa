import type { Role } from './identity.limits.ts';

/**
 * What became of an award. One that is held has its share of the budget already and waits for a person; what was
 * reversed had been given before.
 */
export const AWARD_STATES = ['AWARDED', 'HELD', 'REFUSED', 'REVERSED'] as const;
export type AwardState = (typeof AWARD_STATES)[number];

/** Why an award waits for a person (REQ-INC-8). */
export const AWARD_HOLDS = [
  'QUIZ_TOO_FAST',
  'LESSON_TOO_FAST',
  'TOO_MANY',
  'DEVICE_RING',
  'INVITE_RING',
] as const;
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
/** As long as a sign-in of a member holds; longer ago nothing is kept that could tell one phone from another. */
export const RING_DAYS = 7;
/** So many people who sign in on one phone within a day are no family any more. */
export const DEVICE_RING_PERSONS_IN_A_DAY = 4;
/** As many within `RING_DAYS` hardly have their model and the address of their carrier in common by chance. */
export const DEVICE_RING_PERSONS = 8;
/** So many of one person's invitations, that person among them, on shared phones or in one step. */
export const INVITE_RING_PERSONS = 5;
/** People who sit side by side and are told to begin at once still end further apart than this. */
export const IN_STEP_SECONDS = 10;

export const AWARD_REASON_MIN = 4;
export const AWARD_REASON_MAX = 200;

/** Staff who read what was given, decide what is held and take back what was given. */
export const AWARD_DESK: readonly Role[] = ['operator', 'compliance'];
