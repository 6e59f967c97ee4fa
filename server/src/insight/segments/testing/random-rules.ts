import { operatorsOf, type Field, type FieldCatalogue, type OperatorName } from '@siyu/shared/rules';
import { epochDay, formatDay, startOfDay } from '@siyu/shared/time';
import fc from 'fast-check';

/** A tree as react-querybuilder writes it. */
export interface RawRule {
  field: string;
  operator: string;
  value?: unknown;
}
export interface RawGroup {
  combinator: string;
  not?: boolean;
  rules: (RawGroup | RawRule)[];
}
export type RawFacts = Record<string, string | number | null>;

export const AS_OF = epochDay(20_787);

// Few values, so that conditions and facts meet: edges, neighbours, negatives, what looks alike.
const WHOLE = fc.constantFrom(-1, 0, 1, 2, 3, 5, 6, 2_147_483_647);
const MONEY = fc.constantFrom(-9_007_199_254_740_991, -1, 0, 1, 100, 101, 9_007_199_254_740_991);
const DAYS = fc.integer({ min: -4, max: 3 }).map((by) => epochDay(AS_OF + by * 3));
const TEXTS = fc.constantFrom(
  'a',
  'A',
  'a ',
  'ab',
  '%',
  '_',
  '%a',
  'é',
  'é',
  '学',
  '学习',
  '😀',
  'ß',
  'SS',
  "'",
  '\\',
);

function storedOf({ type, choices = [] }: Field): fc.Arbitrary<string | number> {
  if (type === 'choice') return fc.constantFrom(...choices);
  if (type === 'text') return TEXTS;
  if (type === 'flag') return fc.constantFrom(0, 1);
  if (type === 'lot') return fc.integer({ min: 1, max: 2_147_483_647 });
  if (type === 'day') return DAYS;
  if (type === 'instant')
    return fc.tuple(DAYS, fc.constantFrom(-1, 0, 1, 43_200_000)).map(([day, by]) => startOfDay(day) + by);
  if (type === 'hundredths') return fc.integer({ min: 98, max: 103 });
  return type === 'money' ? MONEY : WHOLE;
}

function askedOf(field: Field): fc.Arbitrary<string | number | boolean> {
  const { type } = field;
  if (type === 'flag') return fc.boolean();
  if (type === 'day') return DAYS.map(formatDay);
  if (type === 'hundredths') return fc.integer({ min: 98, max: 103 }).map((value) => value / 100);
  return storedOf(field);
}

function valueOf(field: Field, operator: OperatorName): fc.Arbitrary<unknown> {
  if (operator === 'missing' || operator === 'present') return fc.constant(null);
  if (operator === 'withinDays' || operator === 'longerAgoThanDays') return fc.integer({ min: 1, max: 9 });
  if (operator === 'drawn' || operator === 'notDrawn')
    return fc
      .tuple(
        fc.constantFrom('A', 'a', '春季对照'),
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 100 }),
      )
      .map(([split, one, other]) => ({ split, from: Math.min(one, other), to: Math.max(one, other) }));
  if (operator === 'in' || operator === 'notIn')
    return fc.array(askedOf(field), { minLength: 1, maxLength: 3 });
  if (operator === 'between')
    return fc.tuple(askedOf(field), askedOf(field)).map(([a, b]) => (a <= b ? [a, b] : [b, a]));
  return askedOf(field);
}

/** A rule that is good: every operator of every type, groups in groups, negated or not. */
export function goodRules(fields: FieldCatalogue): fc.Arbitrary<RawGroup> {
  const condition: fc.Arbitrary<RawRule> = fc
    .constantFrom(...fields.values())
    .chain((field) =>
      fc
        .constantFrom(...operatorsOf(field.type))
        .chain((operator) =>
          valueOf(field, operator).map((value) => ({ field: field.key, operator, value })),
        ),
    );
  const { group } = fc.letrec<{ group: RawGroup; part: RawGroup | RawRule }>((tie) => ({
    part: fc.oneof({ maxDepth: 3, withCrossShrink: true }, condition, tie('group')),
    group: fc.record({
      combinator: fc.constantFrom('and', 'or'),
      not: fc.boolean(),
      rules: fc.array(tie('part'), { minLength: 1, maxLength: 3 }),
    }),
  }));
  return group;
}

/** Facts of one member; those that may be missing often are. */
export function randomFacts(
  fields: FieldCatalogue,
  isNullable: (key: string) => boolean,
): fc.Arbitrary<RawFacts> {
  return fc.record(
    Object.fromEntries(
      [...fields.values()].map((field) => [
        field.key,
        isNullable(field.key) ? fc.option(storedOf(field), { freq: 2 }) : storedOf(field),
      ]),
    ),
  );
}

interface Place<Part> {
  readonly place: string;
  readonly part: Part;
}

function placesOf(root: RawGroup): { groups: Place<RawGroup>[]; rules: Place<RawRule>[] } {
  const groups: Place<RawGroup>[] = [];
  const rules: Place<RawRule>[] = [];
  const walk = (part: RawGroup, place: string): void => {
    groups.push({ place, part });
    part.rules.forEach((each, at) => {
      const under = `${place === '' ? '' : `${place}.`}rules[${at}]`;
      if ('rules' in each) walk(each, under);
      else rules.push({ place: under, part: each });
    });
  };
  walk(root, '');
  return { groups, rules };
}

const under = (place: string, name: string): string => (place === '' ? name : `${place}.${name}`);

/** Ways to break one condition; each says where it will be noticed. */
const BREAK_RULE: readonly ((rule: RawRule) => string)[] = [
  (rule) => ((rule.field = 'nobody'), 'field'),
  (rule) => ((rule.field = '__proto__'), 'field'),
  (rule) => ((rule.field = ''), 'field'),
  (rule) => ((rule.operator = 'is like'), 'operator'),
  (rule) => ((rule.operator = ''), 'operator'),
  (rule) => ((rule.operator = 'toString'), 'operator'),
  (rule) => ((rule.value = { $gt: '' }), 'value'),
  (rule) => ((rule.value = { split: '', from: 0, to: 101 }), 'value'),
  (rule) => ((rule.value = ['nobody', 'nobody', 'nobody']), 'value'),
  (rule) => (Object.assign(rule, { valueSource: 'field' }), 'valueSource'),
  (rule) => (Object.assign(rule, { disabled: true }), 'disabled'),
  (rule) => (Object.assign(rule, { params: [] }), 'params'),
];
const BREAK_GROUP: readonly ((group: RawGroup) => string)[] = [
  (group) => ((group.rules = []), 'rules'),
  (group) => ((group.combinator = ''), 'combinator'),
  (group) => ((group.combinator = 'AND'), 'combinator'),
  (group) => (Object.assign(group, { not: 1 }), 'not'),
  (group) => (Object.assign(group, { muted: true }), 'muted'),
  (group) => (Object.assign(group, { sql: '1 = 1' }), 'sql'),
  (group) => (group.rules.push({ combinator: 'and', rules: [] }), `rules[${group.rules.length - 1}].rules`),
];

export interface BrokenRule {
  readonly tree: RawGroup;
  /** Where its fault is; faults of its values stand below it. */
  readonly place: string;
}

/** A rule with one fault in it, anywhere. */
export function brokenRules(fields: FieldCatalogue): fc.Arbitrary<BrokenRule> {
  return fc.tuple(goodRules(fields), fc.nat(), fc.nat(), fc.boolean()).map(([good, where, how, isGroup]) => {
    const tree = structuredClone(good);
    const { groups, rules } = placesOf(tree);
    const group = groups[where % groups.length];
    const rule = rules[where % rules.length];
    const breakGroup = BREAK_GROUP[how % BREAK_GROUP.length];
    const breakRule = BREAK_RULE[how % BREAK_RULE.length];
    if (isGroup && group !== undefined && breakGroup !== undefined)
      return { tree, place: under(group.place, breakGroup(group.part)) };
    if (rule === undefined || breakRule === undefined) throw new Error('a good rule has a condition');
    return { tree, place: under(rule.place, breakRule(rule.part)) };
  });
}
