import { addDays, addMonths, type EpochDay } from '../../time/index.ts';
import type { AssessmentLimits, PastAssessment } from './assessment-limits.ts';

/** Limits that can be reached. */
export const REASSESSMENT_REFUSALS = ['PER_DAY', 'PER_YEAR'] as const;

/** Whether a member may be assessed again today, and if not, from which day on. */
export type Reassessment =
  | { readonly isAllowed: true }
  | {
      readonly isAllowed: false;
      readonly reason: (typeof REASSESSMENT_REFUSALS)[number];
      readonly from: EpochDay;
    };

const YEAR_MONTHS = 12;

/**
 * Keeps members from answering until they like the result (REQ-SUIT-7). A year is any twelve months, so that no New
 * Year's Day gives five more at once.
 *
 * @throws RangeError when a year later than a day lies beyond the year 9999
 * @example
 * decideReassessment([], epochDay(20_781), ASSESSMENT_LIMITS) // => { isAllowed: true }
 * decideReassessment([{ on: epochDay(20_781), level: 'C2' }], epochDay(20_781), ASSESSMENT_LIMITS) // => { isAllowed: false, reason: 'PER_DAY', from: 20_782 }
 */
export function decideReassessment(
  history: readonly PastAssessment[],
  today: EpochDay,
  { perDay, perYear }: Pick<AssessmentLimits, 'perDay' | 'perYear'>,
): Reassessment {
  // The days on which those of the last year drop out, the first one first.
  const leaving = history
    .map(({ on }) => addMonths(on, YEAR_MONTHS))
    .filter((day) => day > today)
    .sort((one, other) => one - other);
  const from = leaving[leaving.length - perYear];
  if (from !== undefined) return { isAllowed: false, reason: 'PER_YEAR', from };
  if (history.filter(({ on }) => on === today).length < perDay) return { isAllowed: true };
  return { isAllowed: false, reason: 'PER_DAY', from: addDays(today, 1) };
}
