import { addDays } from '../../time/index.ts';
import { INVESTOR_LEVELS } from '../levels.ts';
import type { AssessmentLimits, PastAssessment } from './assessment-limits.ts';

/**
 * Whether a new result lies so far above one of the last days that people have to look at it before it counts
 * (REQ-SUIT-7). The lowest of them is compared, so that two small steps are one large one.
 *
 * @throws RangeError when the first of those days lies before the year 1
 * @example
 * isJump([{ on: epochDay(100), level: 'C1' }], { on: epochDay(130), level: 'C3' }, ASSESSMENT_LIMITS) // => true
 * isJump([{ on: epochDay(100), level: 'C1' }], { on: epochDay(131), level: 'C3' }, ASSESSMENT_LIMITS) // => false
 */
export function isJump(
  history: readonly PastAssessment[],
  result: PastAssessment,
  { jumpLevels, jumpDays }: Pick<AssessmentLimits, 'jumpLevels' | 'jumpDays'>,
): boolean {
  const since = addDays(result.on, -jumpDays);
  const ranks = history.filter(({ on }) => on >= since).map(({ level }) => INVESTOR_LEVELS.indexOf(level));
  return INVESTOR_LEVELS.indexOf(result.level) - Math.min(...ranks) >= jumpLevels;
}
