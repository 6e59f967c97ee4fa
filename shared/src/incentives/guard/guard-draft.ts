import {
  checkRule,
  type CheckedGroup,
  type FieldCatalogue,
  type Parts,
  type SegmentRules,
} from '../../rules/index.ts';
import type { GuardContext } from './guard-item.ts';
import { guardRule } from './guard-rule.ts';
import { REQUIREMENT_OF, type Refusal } from './refusal.ts';

/** What a draft is read with. */
export interface DraftContext extends GuardContext {
  /** All that a tree can name, what is forbidden too, so that the reason can be told. */
  readonly fields: FieldCatalogue;
  readonly segments: SegmentRules;
}

/**
 * Checks and guards a rule whose condition is still the tree of a builder, or null.
 * @returns the reasons, and the condition with its segments expanded; null as well when it cannot be read
 */
export function guardDraft(
  draft: Parts,
  context: DraftContext,
): { readonly refusals: readonly Refusal[]; readonly condition: CheckedGroup | null } {
  const { condition: tree = null } = draft;
  if (tree === null) return { refusals: guardRule({ ...draft, condition: null }, context), condition: null };
  const verdict = checkRule(tree, context.fields, context.segments);
  if (verdict.isGood) {
    const condition = verdict.rule;
    return { refusals: guardRule({ ...draft, condition }, context), condition };
  }
  const faults = verdict.faults.map(({ place, code }): Refusal => {
    const reason = code === 'unknown_field' || code === 'unknown_segment' ? 'unknown_field' : 'not_whole';
    const at = place === '' ? 'condition' : `condition.${place}`;
    return { requirement: REQUIREMENT_OF[reason], code: reason, place: at, what: code };
  });
  return { refusals: [...faults, ...guardRule({ ...draft, condition: null }, context)], condition: null };
}
