import type { RuleTree } from '@siyu/shared/contracts/segment-definitions';
import { ruleSentence, type FieldWords } from '@siyu/shared/messages';
import { checkRule, type RuleFault, type SegmentRules } from '@siyu/shared/rules';
import type { RuleGroupType } from 'react-querybuilder';
import { memberCatalogue, type RuleCatalogue } from './rule-catalogue.ts';

export interface NamedSegment {
  readonly key: string;
  readonly name: string;
}

export type RuleReading =
  | { readonly isWhole: true; readonly sentence: string; readonly faults: readonly [] }
  | { readonly isWhole: false; readonly sentence: null; readonly faults: readonly RuleFault[] };

/**
 * Checks a rule as the server will, and says it. A segment it asks for is said by its name instead of by its own rule,
 * which the server alone knows.
 */
export function readRule(
  tree: RuleTree | RuleGroupType,
  segments: readonly NamedSegment[],
  catalogue: RuleCatalogue = memberCatalogue,
): RuleReading {
  const stand: SegmentRules = new Map(
    segments.map(({ key }) => [
      key,
      {
        kind: 'all',
        isNegated: false,
        parts: [{ kind: 'is', field: { key, type: 'flag', column: 'named' }, operator: '=', operands: [1] }],
      },
    ]),
  );
  const verdict = checkRule(tree, catalogue.fields, stand);
  if (!verdict.isGood) return { isWhole: false, sentence: null, faults: verdict.faults };
  const words: Record<string, FieldWords> = { ...catalogue.words };
  for (const { key, name } of segments)
    words[key] = { name, yes: `在客群「${name}」里`, no: `不在客群「${name}」里`, isAlwaysKnown: true };
  return { isWhole: true, sentence: ruleSentence(verdict.rule, words), faults: [] };
}
