import { placeOfPart, type CheckedRule } from '../../rules/index.ts';
import { basisOf, STAGE_FIELD } from './field-basis.ts';
import type { GuardCode } from './refusal.ts';
import { rewardsAssessment } from './stage-basis.ts';

export type Refuse = (code: GuardCode, place: string, what?: string) => void;

/** Looks at every condition of a rule, those of the segments that it names too: they stand in it. */
export function guardCondition(rule: CheckedRule, place: string, refuse: Refuse, isNegated = false): void {
  if (rule.kind !== 'is') {
    const negated = isNegated !== rule.isNegated;
    rule.parts.forEach((part, at) => guardCondition(part, placeOfPart(place, at), refuse, negated));
    return;
  }
  const { key } = rule.field;
  for (const code of basisOf(key)) refuse(code, place, key);
  if (key === STAGE_FIELD && rewardsAssessment(rule, isNegated))
    refuse('depends_on_risk_assessment', place, key);
}
