import { addDays, dayOfInstant, epochDay, type EpochDay } from '../time/index.ts';
import type { CheckedGroup, CheckedRule, Condition, Facts } from './checked-rule.ts';
import { compileRule } from './compile-rule.ts';
import { OPERATORS } from './operators.ts';

/**
 * The first day boundary after `asOf` on which a rule says something else of the same facts, since days have passed;
 * null when it never will.
 * @example
 * // last bought on 20 November, asked on the 30th, `lastPurchaseOn withinDays 30`
 * nextChangeOf(rule, facts, day('2026-11-30')) // => 2026-12-21
 */
export function nextChangeOf(rule: CheckedGroup, facts: Facts, asOf: EpochDay): EpochDay | null {
  const now = compileRule(rule, asOf)(facts);
  const edges = [...new Set(datedOf(rule).flatMap((condition) => edgesOf(condition, facts)))]
    .filter((day) => day > asOf)
    .sort((one, other) => one - other);
  return edges.find((day) => compileRule(rule, day)(facts) !== now) ?? null;
}

/** Whether what a rule says can change by days passing alone. */
export const isDated = (rule: CheckedGroup): boolean => datedOf(rule).length > 0;

function datedOf(rule: CheckedRule): readonly Condition[] {
  if (rule.kind === 'is') return OPERATORS[rule.operator].takes === 'days' ? [rule] : [];
  return rule.parts.flatMap(datedOf);
}

/** Day boundaries on which a condition on days before the question may turn: a day begins to be over, or is too long ago. */
function edgesOf({ field: { key, type }, operands }: Condition, facts: Facts): readonly EpochDay[] {
  const stored = facts[key] ?? null;
  if (typeof stored !== 'number') return [];
  const day = type === 'instant' ? dayOfInstant(stored) : epochDay(stored);
  return [addDays(day, 1), addDays(day, Number(operands[0]) + 1)];
}
