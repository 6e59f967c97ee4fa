import { INVESTOR_LEVELS, type InvestorLevel } from '@siyu/shared/suitability';
import type { ToldAssessment } from './told-assessments.ts';

/** The assessment that counts of a person, and the level it counts for. */
export interface CountedAssessment {
  readonly assessment: ToldAssessment;
  readonly level: InvestorLevel;
}

/** Confirmed by the member, and released by a person where it was held. */
export const hasEffect = ({ isConfirmed, isHeld, isReleased }: ToldAssessment): boolean =>
  isConfirmed && (!isHeld || isReleased);

/**
 * Which of a person's assessments counts: the last one that has effect. A later one that the member has not confirmed
 * yet lifts nothing and lowers at once: nobody keeps a level by leaving a worse result unread.
 */
export function countedAssessment(assessments: readonly ToldAssessment[]): CountedAssessment | null {
  const latestFirst = [...assessments].sort(
    (one, other) => other.takenAt - one.takenAt || (one.assessmentId < other.assessmentId ? 1 : -1),
  );
  const at = latestFirst.findIndex(hasEffect);
  const assessment = latestFirst[at];
  if (assessment === undefined) return null;
  const ranks = latestFirst.slice(0, at + 1).map(({ level }) => INVESTOR_LEVELS.indexOf(level));
  return { assessment, level: INVESTOR_LEVELS[Math.min(...ranks)] ?? 'C1_LOWEST' };
}
