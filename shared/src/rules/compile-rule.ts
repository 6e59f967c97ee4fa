import type { EpochDay } from '../time/index.ts';
import type { CheckedGroup, CheckedRule, Condition, Facts } from './checked-rule.ts';
import { OPERATORS, operandsOn } from './operators.ts';

/** Whether the facts of one member fulfil a rule. */
export type FulfilsRule = (facts: Facts) => boolean;

/**
 * Turns a rule into a closure. Two-valued: a comparison with a missing fact is false, and its negation true.
 *
 * @param asOf exclusive day boundary that days are counted back from
 */
export function compileRule(rule: CheckedGroup, asOf: EpochDay): FulfilsRule {
  return compile(rule, asOf);
}

function compile(rule: CheckedRule, asOf: EpochDay): FulfilsRule {
  if (rule.kind === 'is') return compileCondition(rule, asOf);
  const parts = rule.parts.map((part) => compile(part, asOf));
  const { isNegated } = rule;
  const isAll = rule.kind === 'all';
  // Asked of every fact and every member: a loop, since `every` makes a closure each time.
  return (facts) => {
    for (const part of parts) if (part(facts) !== isAll) return isAll === isNegated;
    return isAll !== isNegated;
  };
}

function compileCondition({ field, operator, operands }: Condition, asOf: EpochDay): FulfilsRule {
  const { key, type } = field;
  if (operator === 'missing') return (facts) => (facts[key] ?? null) === null;
  const row = OPERATORS[operator];
  const edges = operandsOn(type, operator, operands, asOf);
  return (facts) => {
    const value = facts[key] ?? null;
    return value !== null && row.holds(value, edges);
  };
}
