import type { EpochDay } from '../time/index.ts';
import type { CheckedGroup, CheckedRule, Condition, Operand, Stored } from './checked-rule.ts';
import { OPERATORS, operandsOn, type OperatorName } from './operators.ts';

/** One condition of a rule, and what it saw of a member. */
export interface SeenCondition {
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

/** What is known, one value a slot; null: not known. */
export type Values = readonly Stored[];

/** A rule as closures over values in slots, which are several times as quick to read as names. */
export interface AskedRule {
  readonly fulfils: (values: Values) => boolean;
  /** The same answer, and what every condition saw is added in their order. */
  readonly explains: (values: Values, seen: SeenCondition[]) => boolean;
}

/**
 * Turns a rule into closures that say what the one of `compileRule` says.
 *
 * @param asOf exclusive day boundary that days are counted back from
 * @param slots where the value of each field lies
 * @throws {RangeError} when a field has no slot
 */
export function askRule(rule: CheckedGroup, asOf: EpochDay, slots: ReadonlyMap<string, number>): AskedRule {
  return ask(rule, asOf, slots, '');
}

/** The place of a part of a rule below the place of its group. */
export const placeOfPart = (place: string, at: number): string =>
  place === '' ? `rules[${at}]` : `${place}.rules[${at}]`;

function ask(
  rule: CheckedRule,
  asOf: EpochDay,
  slots: ReadonlyMap<string, number>,
  place: string,
): AskedRule {
  if (rule.kind === 'is') return askCondition(rule, asOf, slots, place);
  const { isNegated } = rule;
  const isAll = rule.kind === 'all';
  const parts = rule.parts.map((part, at) => ask(part, asOf, slots, placeOfPart(place, at)));
  const fulfil = parts.map(({ fulfils }) => fulfils);
  const explain = parts.map(({ explains }) => explains);
  return {
    fulfils: (values) => {
      for (const part of fulfil) if (part(values) !== isAll) return isAll === isNegated;
      return isAll !== isNegated;
    },
    explains: (values, seen) => {
      let holds = isAll;
      for (const part of explain) if (part(values, seen) !== isAll) holds = !isAll;
      return holds !== isNegated;
    },
  };
}

function askCondition(
  { field: { key, type }, operator, operands }: Condition,
  asOf: EpochDay,
  slots: ReadonlyMap<string, number>,
  place: string,
): AskedRule {
  const slot = slots.get(key);
  if (slot === undefined) throw new RangeError(`field ${key} has no slot`);
  const { holds: compares } = OPERATORS[operator];
  const edges = operandsOn(type, operator, operands, asOf);
  const holdsMissing = operator === 'missing';
  return {
    fulfils: (values) => {
      const value = values[slot] ?? null;
      return value === null ? holdsMissing : compares(value, edges);
    },
    explains: (values, seen) => {
      const value = values[slot] ?? null;
      const holds = value === null ? holdsMissing : compares(value, edges);
      seen.push({ place, field: key, operator, operands, value, holds });
      return holds;
    },
  };
}
