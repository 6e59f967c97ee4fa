import type { EpochDay } from '../time/index.ts';
import type { CheckedGroup, CheckedRule, Condition, Facts, Operand, Stored } from './checked-rule.ts';
import { OPERATORS, operandsOn, type OperatorName } from './operators.ts';

/** One condition of a rule, and what it saw of a member. */
export interface ExplainedCondition {
  /** In the tree with its segments expanded, such as `rules[1].rules[0]`. */
  readonly place: string;
  readonly field: string;
  readonly operator: OperatorName;
  readonly operands: readonly Operand[];
  /** As it is stored; null: not known. */
  readonly value: Stored;
  /** By itself: what stands around it may negate it. */
  readonly holds: boolean;
}

/** Whether a rule holds, and what each of its conditions saw, in their order. */
export interface Explanation {
  readonly holds: boolean;
  readonly conditions: readonly ExplainedCondition[];
}

type Explains = (facts: Facts, seen: ExplainedCondition[]) => boolean;

/**
 * Turns a rule into a closure that says the same as the one of `compileRule`, and asks every condition.
 *
 * @param asOf exclusive day boundary that days are counted back from
 */
export function explainRule(rule: CheckedGroup, asOf: EpochDay): (facts: Facts) => Explanation {
  const explains = explain(rule, asOf, '');
  return (facts) => {
    const conditions: ExplainedCondition[] = [];
    const holds = explains(facts, conditions);
    return { holds, conditions };
  };
}

/** The place of a part of a rule below the place of its group. */
export const placeOfPart = (place: string, at: number): string =>
  place === '' ? `rules[${at}]` : `${place}.rules[${at}]`;

function explain(rule: CheckedRule, asOf: EpochDay, place: string): Explains {
  if (rule.kind === 'is') return explainCondition(rule, asOf, place);
  const parts = rule.parts.map((part, at) => explain(part, asOf, placeOfPart(place, at)));
  const { isNegated } = rule;
  const isAll = rule.kind === 'all';
  return (facts, seen) => {
    let holds = isAll;
    for (const part of parts) if (part(facts, seen) !== isAll) holds = !isAll;
    return holds !== isNegated;
  };
}

function explainCondition(
  { field: { key, type }, operator, operands }: Condition,
  asOf: EpochDay,
  place: string,
): Explains {
  const row = OPERATORS[operator];
  const edges = operandsOn(type, operator, operands, asOf);
  const holdsMissing = operator === 'missing';
  return (facts, seen) => {
    const value = facts[key] ?? null;
    const holds = value === null ? holdsMissing : row.holds(value, edges);
    seen.push({ place, field: key, operator, operands, value, holds });
    return holds;
  };
}
