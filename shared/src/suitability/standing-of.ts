import type { EpochDay } from '../time/index.ts';
import type { Investor } from './investor.ts';

/** What an assessment is worth on a day. */
export type AssessmentStanding = 'NOT_ASSESSED' | 'ASSESSMENT_EXPIRED' | 'FACTS_CHANGED' | 'VALID';

/**
 * Whether a member's assessment counts on a day (REQ-SUIT-6): not when it is too old, nor when the facts it rests on
 * have changed. One whose end is unknown never counts.
 *
 * @example
 * standingOf({ level: 'C3', validUntil: epochDay(20_781), hasChanged: false }, epochDay(20_780)) // => 'VALID'
 * standingOf({ level: 'C3', validUntil: epochDay(20_781), hasChanged: false }, epochDay(20_781)) // => 'ASSESSMENT_EXPIRED'
 */
export function standingOf(
  { level, validUntil, hasChanged }: Pick<Investor, 'level' | 'validUntil' | 'hasChanged'>,
  day: EpochDay,
): AssessmentStanding {
  if (level === null) return 'NOT_ASSESSED';
  if (validUntil === null || day >= validUntil) return 'ASSESSMENT_EXPIRED';
  return hasChanged ? 'FACTS_CHANGED' : 'VALID';
}
