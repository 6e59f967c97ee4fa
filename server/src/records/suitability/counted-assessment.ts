import { INVESTOR_LEVELS, type InvestorLevel } from '@siyu/shared/suitability';
import type { ToldAssessment } from './told-assessments.ts';

/** The assessment that counts of a person, and the level it counts for. */
export interface CountedAssessment {
  readonly assessment: ToldAssessment;
  readonly level: InvestorLevel;
}

type Fate = Pick<ToldAssessment, 'isHeld' | 'confirmedAt' | 'releasedAt'>;

/** Confirmed by the member, and released by a person where it was held. */
export const hasEffect = ({ isHeld, confirmedAt, releasedAt }: Fate): boolean =>
  confirmedAt !== null && (!isHeld || releasedAt !== null);

/**
 * Which of a person's assessments counts: the last one that has effect. A later one that has none yet lifts nothing and
 * lowers at once: nobody keeps a level by leaving a worse result unconfirmed.
 * @param assessments the oldest first
 */
export function countedAssessment(assessments: readonly ToldAssessment[]): CountedAssessment | null {
  const latestFirst = [...assessments].reverse();
  const at = latestFirst.findIndex(hasEffect);
  const assessment = latestFirst[at];
  if (assessment === undefined) return null;
  const ranks = latestFirst.slice(0, at + 1).map(({ level }) => INVESTOR_LEVELS.indexOf(level));
  return { assessment, level: INVESTOR_LEVELS[Math.min(...ranks)] ?? 'C1_LOWEST' };
}
