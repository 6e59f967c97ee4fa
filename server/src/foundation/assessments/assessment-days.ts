import {
  ASSESSMENT_DAYS_MAX,
  type AssessmentStanding,
  DUE_WITHIN_DAYS,
} from '@siyu/shared/contracts/assessments.limits';
import { addDays, type EpochDay, parseDay } from '@siyu/shared/time';
import { daysRefused } from './assessments.errors.ts';

interface AssessedDays {
  readonly assessedOn: EpochDay;
  readonly validUntil: EpochDay;
}

/**
 * The days of an assessment that is handed in today.
 * @throws {AppError} assessments.days_refused
 */
export function assessedDays(today: EpochDay, from: string, until: string): AssessedDays {
  const [assessedOn, validUntil] = [parseDay(from), parseDay(until)];
  if (assessedOn === null || validUntil === null || assessedOn > today || validUntil <= today)
    throw daysRefused();
  if (validUntil > addDays(assessedOn, ASSESSMENT_DAYS_MAX)) throw daysRefused();
  return { assessedOn, validUntil };
}

/** The last day of validity that is still to be warned of, seen from a day. */
export const dueUntil = (today: EpochDay): EpochDay => addDays(today, DUE_WITHIN_DAYS);

/** How an assessment stands on a day, by the end of its last approved version. */
export function standingOn(today: EpochDay, validUntil: EpochDay | null): AssessmentStanding {
  if (validUntil === null) return 'NOT_YET';
  if (validUntil < today) return 'EXPIRED';
  return validUntil <= dueUntil(today) ? 'FALLS_DUE' : 'IN_FORCE';
}
