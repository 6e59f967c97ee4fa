import type { RuleTree } from '@siyu/shared/contracts/segment-definitions';
import {
  isOperatorName,
  SEGMENT_FIELD,
  takesOf,
  type FieldCatalogue,
  type FieldType,
  type RuleFault,
  type RuleFaultCode,
  type Takes,
} from '@siyu/shared/rules';
import type { RuleGroupType, RuleType } from 'react-querybuilder';

/** What a new segment begins with: one condition that is still to be filled in. */
export const firstTree = (): RuleGroupType => ({
  id: 'root',
  combinator: 'and',
  not: false,
  rules: [{ id: 'first', field: 'stage', operator: 'in', value: [] }],
});

/**
 * The tree with values of the kind its operators take: of another kind they are emptied instead of guessed, so that a
 * change from 超过 to 未知 leaves nothing behind.
 */
export function fittedTree(tree: RuleGroupType, fields: FieldCatalogue): RuleGroupType {
  return {
    ...tree,
    rules: tree.rules.map((part) =>
      isGroup(part) ? fittedTree(part, fields) : { ...part, value: fittedValue(part, fields) },
    ),
  };
}

const isGroup = (part: RuleGroupType | RuleType): part is RuleGroupType => 'rules' in part;

function fittedValue({ field, operator, value: kept }: RuleType, fields: FieldCatalogue): unknown {
  const value: unknown = kept;
  if (!isOperatorName(operator)) return value;
  const takes = takesOf(operator);
  const kind = kindOf(field, takes, fields);
  const values = (Array.isArray(value) ? value : [value]).map((each: unknown) =>
    typeof each === kind && each !== '' ? each : null,
  );
  switch (takes) {
    case 'nothing':
      return null;
    case 'one':
    case 'days':
    case 'share':
      return values[0] ?? null;
    case 'two':
      return [values[0] ?? null, values[1] ?? null];
    case 'list':
      return values.filter((each) => each !== null);
  }
}

const KINDS = {
  choice: 'string',
  text: 'string',
  day: 'string',
  instant: 'string',
  whole: 'number',
  money: 'number',
  hundredths: 'number',
  flag: 'boolean',
  lot: 'object',
} as const satisfies Record<FieldType, string>;

function kindOf(field: string, takes: Takes, fields: FieldCatalogue): string {
  if (takes === 'days') return 'number';
  return field === SEGMENT_FIELD ? 'string' : KINDS[fields.get(field)?.type ?? 'text'];
}

/** The faults of each condition or group by its id; those of parts that are not there go to the whole. */
export function faultsById(
  tree: RuleGroupType,
  faults: readonly RuleFault[],
): Readonly<Record<string, { readonly valid: false; readonly reasons: RuleFaultCode[] }>> {
  const byId: Record<string, { valid: false; reasons: RuleFaultCode[] }> = {};
  for (const { place, code } of faults) {
    const id = partAt(tree, place).id ?? '';
    const known = byId[id] ?? { valid: false, reasons: [] };
    byId[id] = { valid: false, reasons: [...new Set([...known.reasons, code])] };
  }
  return byId;
}

function partAt(tree: RuleGroupType, place: string): RuleGroupType | RuleType {
  let part: RuleGroupType | RuleType = tree;
  for (const [, at] of place.matchAll(/rules\[(\d+)\]/g)) {
    const next: RuleGroupType | RuleType | undefined = isGroup(part) ? part.rules[Number(at)] : undefined;
    if (next === undefined) return part;
    part = next;
  }
  return part;
}

/** A stored rule as the builder takes it; what is no part of a rule is left out, and the check finds the gap. */
export function readTree(stored: RuleTree): RuleGroupType {
  const { id, combinator, not, rules } = stored;
  return {
    ...(typeof id === 'string' && { id }),
    combinator,
    not: not === true,
    rules: rules.flatMap((part) => {
      if (!isParts(part)) return [];
      const { combinator: inner, rules: parts } = part;
      if (typeof inner === 'string' && Array.isArray(parts))
        return readTree({ ...part, combinator: inner, rules: parts });
      const { id: partId, field, operator, value } = part;
      if (typeof field !== 'string' || typeof operator !== 'string') return [];
      return { ...(typeof partId === 'string' && { id: partId }), field, operator, value };
    }),
  };
}

const isParts = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Whether two rules ask for the same, whatever the builder calls their parts. */
export const sameTree = (one: RuleGroupType, other: RuleGroupType): boolean => said(one) === said(other);

const said = (tree: RuleGroupType): string =>
  JSON.stringify([
    tree.combinator,
    tree.not === true,
    tree.rules.map((part): unknown => {
      if (isGroup(part)) return said(part);
      const value: unknown = part.value;
      return [part.field, part.operator, value ?? null];
    }),
  ]);
