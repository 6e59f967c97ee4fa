import type { CheckedGroup, CheckedRule, Operand } from './checked-rule.ts';
import type { Field, FieldCatalogue } from './fields.ts';
import { isOperatorName, OPERATORS, SPLIT_PARTS, type OperatorName } from './operators.ts';
import { isParts, type Parts } from './parts.ts';
import { readValue } from './read-value.ts';
import type { RuleFault, RuleFaultCode } from './rule-fault.ts';
import { SEGMENT_FIELD } from './segments-named.ts';

/** A rule that needs more is two segments. */
export const RULE_LIMITS = { depth: 5, conditions: 50, list: 100, days: 3_660 } as const;

/** Rules of segments by their keys, each with what it asks for in its place already. */
export type SegmentRules = ReadonlyMap<string, CheckedGroup>;
const NO_SEGMENTS: SegmentRules = new Map();

export type RuleVerdict =
  | { readonly isGood: true; readonly rule: CheckedGroup }
  | { readonly isGood: false; readonly faults: readonly RuleFault[] };

/** What react-querybuilder writes into a group and into a rule; anything else is refused, since it could mean something. */
const GROUP_PARTS: readonly string[] = ['id', 'combinator', 'not', 'rules'];
const RULE_PARTS: readonly string[] = ['id', 'field', 'operator', 'value', 'valueSource'];
/** What says whom a lot draws. */
const SHARE_PARTS: readonly string[] = ['split', 'from', 'to'];
const SPLIT_NAME = { key: 'split', type: 'text', column: 'split' } as const;
/** Marks of a part that its author has switched off; it is refused instead of being left out or counted in. */
const SWITCHES: readonly string[] = ['disabled', 'muted'];

/**
 * Checks a stored rule, the tree of react-querybuilder, against a catalogue.
 *
 * @param segments rules of the segments it may ask for; each stands in the checked rule where it was named
 * @returns the rule with its values as they are stored, or every fault with its place. A tree that is not whole is never
 * read as one that matches everyone.
 */
export function checkRule(
  tree: unknown,
  fields: FieldCatalogue,
  segments: SegmentRules = NO_SEGMENTS,
): RuleVerdict {
  const checker = new Checker(fields, segments);
  const rule = checker.group(tree, '', 1);
  return rule === null || checker.faults.length > 0
    ? { isGood: false, faults: checker.faults }
    : { isGood: true, rule };
}

class Checker {
  readonly faults: RuleFault[] = [];
  #conditions = 0;

  constructor(
    private readonly fields: FieldCatalogue,
    private readonly segments: SegmentRules,
  ) {}

  group(tree: unknown, place: string, depth: number): CheckedGroup | null {
    if (!isParts(tree) || !Array.isArray(tree['rules'])) return this.#refuse(place, 'not_a_group');
    if (depth > RULE_LIMITS.depth) return this.#refuse(place, 'too_deep');
    const under = (name: string): string => (place === '' ? name : `${place}.${name}`);
    this.#checkParts(tree, GROUP_PARTS, under);
    const { combinator, not = false, rules } = tree;
    if (combinator !== 'and' && combinator !== 'or') this.#refuse(under('combinator'), 'unknown_combinator');
    if (typeof not !== 'boolean') this.#refuse(under('not'), 'not_is_no_flag');
    if (rules.length === 0) return this.#refuse(under('rules'), 'empty_group');
    const parts = rules
      .map((part: unknown, at) => this.#part(part, under(`rules[${at}]`), depth))
      .filter((part) => part !== null);
    return { kind: combinator === 'or' ? 'any' : 'all', isNegated: not === true, parts };
  }

  #part(part: unknown, place: string, depth: number): CheckedRule | null {
    // One too many ends the reading: a tree of a million parts has a million faults.
    if (this.#conditions > RULE_LIMITS.conditions) return null;
    return isParts(part) && 'rules' in part
      ? this.group(part, place, depth + 1)
      : this.#condition(part, place);
  }

  #condition(part: unknown, place: string): CheckedRule | null {
    this.#conditions += 1;
    if (this.#conditions > RULE_LIMITS.conditions) return this.#refuse(place, 'too_many_conditions');
    if (!isParts(part)) return this.#refuse(place, 'not_a_rule');
    this.#checkParts(part, RULE_PARTS, (name) => `${place}.${name}`);
    const { field: key, operator, value, valueSource = 'value' } = part;
    if (valueSource !== 'value') this.#refuse(`${place}.valueSource`, 'unknown_part');
    if (key === SEGMENT_FIELD) return this.#segment(operator, value, place);
    const field = typeof key === 'string' ? this.fields.get(key) : undefined;
    if (field === undefined) return this.#refuse(`${place}.field`, 'unknown_field');
    if (typeof operator !== 'string' || !isOperatorName(operator))
      return this.#refuse(`${place}.operator`, 'unknown_operator');
    if (!OPERATORS[operator].types.includes(field.type))
      return this.#refuse(`${place}.operator`, 'operator_of_another_type');
    const operands = this.#operands(field, operator, value, `${place}.value`);
    return operands === null ? null : { kind: 'is', field, operator, operands };
  }

  /** In one of these segments, or in none of them. */
  #segment(operator: unknown, value: unknown, place: string): CheckedGroup | null {
    if (operator !== 'in' && operator !== 'notIn')
      return this.#refuse(`${place}.operator`, 'operator_of_another_type');
    if (!Array.isArray(value)) return this.#refuse(`${place}.value`, 'not_a_list');
    if (value.length === 0) return this.#refuse(`${place}.value`, 'empty_list');
    if (value.length > RULE_LIMITS.list) return this.#refuse(`${place}.value`, 'list_too_long');
    const parts = value
      .map((each: unknown, at) => {
        const rule = typeof each === 'string' ? this.segments.get(each) : undefined;
        return rule ?? this.#refuse(`${place}.value[${at}]`, 'unknown_segment');
      })
      .filter((part) => part !== null);
    return parts.length < value.length ? null : { kind: 'any', isNegated: operator === 'notIn', parts };
  }

  #operands(field: Field, operator: OperatorName, value: unknown, place: string): readonly Operand[] | null {
    const { takes } = OPERATORS[operator];
    if (takes === 'nothing')
      // The builder leaves the text of another operator behind; a value that is there would be a mistake.
      return value === undefined || value === null || value === ''
        ? []
        : this.#refuse(place, 'value_not_wanted');
    if (takes === 'days') return this.#days(value, place);
    if (takes === 'share') return this.#share(value, place);
    if (takes === 'one') return this.#all(field, [value], () => place);
    if (!Array.isArray(value)) return this.#refuse(place, takes === 'two' ? 'half_between' : 'not_a_list');
    const at = (index: number): string => `${place}[${index}]`;
    if (takes === 'list') {
      if (value.length === 0) return this.#refuse(place, 'empty_list');
      if (value.length > RULE_LIMITS.list) return this.#refuse(place, 'list_too_long');
      return this.#all(field, value, at);
    }
    if (value.length !== 2 || value.some((each) => each === null || each === undefined || each === ''))
      return this.#refuse(place, 'half_between');
    const operands = this.#all(field, value, at);
    const [from, to] = operands ?? [];
    return from !== undefined && to !== undefined && from > to
      ? this.#refuse(place, 'between_reversed')
      : operands;
  }

  #days(value: unknown, place: string): readonly Operand[] | null {
    if (value === null || value === undefined || value === '') return this.#refuse(place, 'value_missing');
    if (typeof value !== 'number' || !Number.isInteger(value))
      return this.#refuse(place, 'value_of_another_type');
    return value >= 1 && value <= RULE_LIMITS.days ? [value] : this.#refuse(place, 'value_out_of_range');
  }

  /** A split by its name, and the parts of it from one to another. */
  #share(value: unknown, place: string): readonly Operand[] | null {
    if (value === null || value === undefined || value === '') return this.#refuse(place, 'value_missing');
    if (!isParts(value)) return this.#refuse(place, 'value_of_another_type');
    this.#checkParts(value, SHARE_PARTS, (name) => `${place}.${name}`);
    const { split, from, to } = value;
    // What looks the same is one split.
    const name = readValue(SPLIT_NAME, typeof split === 'string' ? split.trim().normalize('NFC') : split);
    if (!name.isGood) this.#refuse(`${place}.split`, name.code);
    const first = this.#splitPart(from, `${place}.from`);
    const last = this.#splitPart(to, `${place}.to`);
    if (!name.isGood || first === null || last === null) return null;
    return first > last ? this.#refuse(place, 'between_reversed') : [name.operand, first, last];
  }

  #splitPart(value: unknown, place: string): number | null {
    if (value === null || value === undefined || value === '') return this.#refuse(place, 'value_missing');
    if (typeof value !== 'number') return this.#refuse(place, 'value_of_another_type');
    const isPart = Number.isInteger(value) && value >= 1 && value <= SPLIT_PARTS;
    return isPart ? value : this.#refuse(place, 'value_out_of_range');
  }

  #all(field: Field, values: readonly unknown[], at: (index: number) => string): readonly Operand[] | null {
    const operands: Operand[] = [];
    for (const [index, each] of values.entries()) {
      const read = readValue(field, each);
      if (read.isGood) operands.push(read.operand);
      else this.#refuse(at(index), read.code);
    }
    return operands.length === values.length ? operands : null;
  }

  #checkParts(tree: Parts, known: readonly string[], under: (name: string) => string): void {
    for (const [name, value] of Object.entries(tree)) {
      if (SWITCHES.includes(name)) {
        if (value !== false && value !== undefined) this.#refuse(under(name), 'switched_off');
      } else if (!known.includes(name)) this.#refuse(under(name), 'unknown_part');
    }
  }

  #refuse(place: string, code: RuleFaultCode): null {
    this.faults.push({ place, code });
    return null;
  }
}
