import type { Condition } from '../../rules/index.ts';
import { compileRule } from '../../rules/index.ts';
import { epochDay } from '../../time/index.ts';
import { STAGE_FIELD } from './field-basis.ts';

/** Stages that nobody reaches without a valid risk assessment, and the last one before them. */
const ASSESSED_STAGES = ['TRUSTING', 'CO_CREATING'] as const;
const BEFORE_ASSESSED = 'FAMILIAR';

/**
 * Whether a condition on the stage, negated as often as what stands around it says, is fulfilled by somebody whose risk
 * was assessed and not by somebody one step before: then the assessment is rewarded.
 */
export function rewardsAssessment(condition: Condition, isNegated: boolean): boolean {
  const fulfils = compileRule({ kind: 'all', isNegated, parts: [condition] }, epochDay(0));
  const holds = (stage: string): boolean => fulfils({ [STAGE_FIELD]: stage });
  return !holds(BEFORE_ASSESSED) && ASSESSED_STAGES.some(holds);
}
