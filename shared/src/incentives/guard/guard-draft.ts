import {
  checkRule,
  isParts,
  type CheckedGroup,
  type FieldCatalogue,
  type Parts,
  type SegmentRules,
} from '../../rules/index.ts';
import type { GuardContext } from './guard-item.ts';
import { guardRule } from './guard-rule.ts';
import { toldWithin } from './names-told.ts';
import type { Refusal } from './refusal.ts';
import { refusals } from './refusals.ts';

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
  const faults = refusals((refuse) => {
    for (const { place, code } of verdict.faults) {
      const at = place === '' ? 'condition' : `condition.${place}`;
      const isUnknown = code === 'unknown_field' || code === 'unknown_segment';
      refuse(isUnknown ? 'unknown_field' : 'not_whole', at, code);
      if (code !== 'unknown_field') continue;
      for (const told of toldWithin(partAt(tree, place))) refuse(told, at);
    }
  });
  return { refusals: [...faults, ...guardRule({ ...draft, condition: null }, context)], condition: null };
}

/** What stands at a place of a tree, such as `rules[1].field`. */
function partAt(tree: unknown, place: string): unknown {
  const steps = place.split(/[.[\]]+/).filter((step) => step !== '');
  return steps.reduce<unknown>((part, step) => {
    if (Array.isArray(part)) return part[Number(step)];
    return isParts(part) ? part[step] : undefined;
  }, tree);
}
