import { INVESTOR_LEVELS, type InvestorLevel } from '../levels.ts';
import type { Cuts } from './questionnaire.ts';

/**
 * The level to which a score belongs: the highest whose least score is reached.
 *
 * @param score points, from 0
 * @example
 * levelOfScore(0, CITIC_2018_CUTS) // => 'C1_LOWEST'
 * levelOfScore(19, CITIC_2018_CUTS) // => 'C1'
 * levelOfScore(20, CITIC_2018_CUTS) // => 'C2'
 */
export function levelOfScore(score: number, cuts: Cuts): InvestorLevel {
  return INVESTOR_LEVELS.reduce((reached, level) =>
    level !== 'C1_LOWEST' && score >= cuts[level] ? level : reached,
  );
}
