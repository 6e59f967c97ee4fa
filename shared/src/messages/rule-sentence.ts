import { fen, formatYuan } from '../money/index.ts';
import type { CheckedGroup, CheckedRule, Condition, Operand } from '../rules/index.ts';
import { epochDay, formatDay } from '../time/index.ts';
import { memberFieldWords, type FieldWords } from './member-fields.zh-CN.ts';
import { ruleOperatorName } from './rule-operators.zh-CN.ts';

/**
 * Says a rule as a person would, without a full stop at the end. Parts of parts stand in brackets, so that no sentence
 * can be read in two ways.
 *
 * Such as 同行阶段是熟悉，并且学完的课不少于 3 课，并且最近一次活动在近 90 天内.
 *
 * @param words of its fields by key; a field without words goes by its key
 */
export function ruleSentence(
  rule: CheckedGroup,
  words: Readonly<Record<string, FieldWords>> = memberFieldWords,
): string {
  return groupSaid(rule, words);
}

type Words = Readonly<Record<string, FieldWords>>;

function groupSaid({ kind, isNegated, parts }: CheckedGroup, words: Words): string {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) {
    if (!isNegated) return partSaid(only, words);
    const opposite = oppositeSaid(only, words);
    if (opposite !== null) return opposite;
  }
  const said = parts
    .map((part) => (standsFor(part) > 1 ? `（${partSaid(part, words)}）` : partSaid(part, words)))
    .join(kind === 'all' ? '，并且' : '，或者');
  return isNegated ? `不满足（${said}）` : said;
}

const partSaid = (part: CheckedRule, words: Words): string =>
  part.kind === 'is'
    ? conditionSaid(part, words[part.field.key] ?? { name: part.field.key })
    : groupSaid(part, words);

/** What is so of everybody who does not fulfil a part, where that can be said in other words than 不满足. */
function oppositeSaid(part: CheckedRule, words: Words): string | null {
  if (part.kind !== 'is') {
    const [only] = part.parts;
    return !part.isNegated && part.parts.length === 1 && only !== undefined
      ? oppositeSaid(only, words)
      : null;
  }
  const known = words[part.field.key];
  if (part.field.type !== 'flag' || part.operator !== '=' || known?.isAlwaysKnown !== true) return null;
  return flagSaid(part.operands[0] !== 1, known);
}

/** How many things a part joins; what is negated stands in brackets of its own, and a group of one is that one. */
function standsFor(part: CheckedRule): number {
  if (part.kind === 'is' || part.isNegated) return 1;
  const [only] = part.parts;
  return part.parts.length === 1 && only !== undefined ? standsFor(only) : part.parts.length;
}

function conditionSaid({ field, operator, operands }: Condition, words: FieldWords): string {
  const { name, isLevel = false } = words;
  const values = operands.map((operand) => valueSaid(field.type, operand, words));
  const [first = '', second = ''] = values;
  switch (operator) {
    case '=':
    case '!=':
      if (field.type === 'flag') return flagSaid((operands[0] === 1) === (operator === '='), words);
      break;
    case 'between':
      return `${name}在${spaced(first)}到${spaced(second)}之间（含两端）`;
    case 'in':
      return `${name}是${listed(values, '或')}`;
    case 'notIn':
      return `${name}不是${listed(values, '、')}${values.length > 1 ? '中的任何一个' : ''}`;
    case 'withinDays':
      return `${name}在近 ${operands[0]} 天内`;
    case 'longerAgoThanDays':
      return `${name}在 ${operands[0]} 天以前`;
    case 'drawn':
      return shareSaid(operands, name);
    case 'notDrawn':
      return `不${shareSaid(operands, name)}`;
    case 'missing':
    case 'present':
      return `${name}${ruleOperatorName(operator, field.type, isLevel)}`;
    default:
  }
  return `${name}${ruleOperatorName(operator, field.type, isLevel)}${spaced(first)}`;
}

const flagSaid = (isSo: boolean, { name, yes, no }: FieldWords): string =>
  isSo ? (yes ?? `是${name}`) : (no ?? `不是${name}`);

const shareSaid = ([split, from, to]: readonly Operand[], name: string): string =>
  `在${name}「${split}」的第 ${from === to ? from : `${from}–${to}`} 份里`;

function valueSaid(
  type: Condition['field']['type'],
  operand: Operand,
  { unit, choices }: FieldWords,
): string {
  if (typeof operand === 'string')
    return type === 'choice' ? (choices?.[operand] ?? operand) : `「${operand}」`;
  switch (type) {
    case 'money':
      return `${grouped(formatYuan(fen(operand)).replace(/[.]00$/, ''))} 元`;
    case 'hundredths':
      return `${(operand / 100).toFixed(2)} ${unit ?? ''}`.trimEnd();
    case 'day':
    case 'instant': {
      const [year, month, day] = formatDay(epochDay(operand)).split('-').map(Number);
      return `${year}年${month}月${day}日`;
    }
    case 'whole':
      return `${grouped(String(operand))} ${unit ?? ''}`.trimEnd();
    case 'choice':
    case 'text':
    case 'flag':
    case 'lot':
      return String(operand);
  }
}

/** With a comma after every three digits before the point: 1,234,567.5. */
function grouped(figure: string): string {
  const [whole = '', ...rest] = figure.split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...rest].join('.');
}

/** A figure stands off the words before it, a name does not. */
const spaced = (value: string): string => (/^[-\d]/.test(value) ? ` ${value}` : value);

function listed(values: readonly string[], last: string): string {
  const end = spaced(values.at(-1) ?? '');
  const rest = values.slice(0, -1).join('、');
  return rest === '' ? end : `${spaced(rest)}${last}${end}`;
}
