import { addMonths, type EpochDay } from '../../time/index.ts';
import { VALID_MONTHS_MAX, type AssessmentLimits } from './assessment-limits.ts';

/**
 * The first day on which an assessment counts no more (REQ-SUIT-6).
 *
 * @throws RangeError when the months are no whole number, or that day leaves the years 1 … 9999
 * @example
 * // of 2026-11-24
 * formatDay(assessmentValidUntil(epochDay(20_781), ASSESSMENT_LIMITS)) // => '2027-11-24'
 */
export function assessmentValidUntil(
  assessedOn: EpochDay,
  { validMonths }: Pick<AssessmentLimits, 'validMonths'>,
): EpochDay {
  return addMonths(assessedOn, Math.min(validMonths, VALID_MONTHS_MAX));
}
