import { memberFields } from '@siyu/shared/contracts/segment-fields.limits';
import { checkRule, segmentsNamed, type CheckedGroup } from '@siyu/shared/rules';

/** The live version of a segment as it is stored. */
export interface StoredRule {
  readonly segmentId: string;
  readonly key: string;
  readonly name: string;
  readonly version: number;
  readonly holdoutPercent: number;
  /** The tree of react-querybuilder. */
  readonly tree: unknown;
}

/** A live segment that can be asked of a member. */
export interface LiveSegment extends StoredRule {
  /** With what it asks of other segments in its place. */
  readonly rule: CheckedGroup;
  /** Keys of the segments that its own conditions name. */
  readonly names: readonly string[];
  /** These, and those that they ask for in turn. */
  readonly asksFor: ReadonlySet<string>;
}

/**
 * Puts into each rule what it asks of others, those that ask for nobody first.
 * @returns the segments whose rules are whole; what asks for itself, or for a segment that is not there, is left out.
 */
export function resolveRules(stored: readonly StoredRule[]): readonly LiveSegment[] {
  const resolved = new Map<string, LiveSegment>();
  let left = stored.map((each) => ({ ...each, names: segmentsNamed(each.tree) }));
  for (let before = -1; left.length !== before;) {
    before = left.length;
    const ready = left.filter(({ names }) => names.every((key) => resolved.has(key)));
    for (const each of ready) {
      const rules = new Map([...resolved].map(([key, { rule }]) => [key, rule]));
      const verdict = checkRule(each.tree, memberFields, rules);
      if (!verdict.isGood) continue;
      const asksFor = new Set(each.names.flatMap((key) => [key, ...(resolved.get(key)?.asksFor ?? [])]));
      resolved.set(each.key, { ...each, rule: verdict.rule, asksFor });
    }
    left = left.filter((each) => !ready.includes(each));
  }
  return stored.flatMap(({ key }) => resolved.get(key) ?? []);
}

/** Conditions of a rule with all it asks for. */
export function conditionsOf({ parts }: CheckedGroup): number {
  return parts.reduce((sum, part) => sum + (part.kind === 'is' ? 1 : conditionsOf(part)), 0);
}
