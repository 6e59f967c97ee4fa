import type { FieldType, OperatorName } from '../rules/index.ts';

const names = {
  '=': '是',
  '!=': '不是',
  '<': '少于',
  '<=': '不超过',
  '>': '超过',
  '>=': '不少于',
  between: '在两者之间',
  in: '是其中之一',
  notIn: '不是其中任何一个',
  is: '是',
  isNot: '不是',
  contains: '包含',
  beginsWith: '开头是',
  withinDays: '在最近几天内',
  longerAgoThanDays: '在几天以前',
  drawn: '在其中几份里',
  notDrawn: '不在其中几份里',
  missing: '未知',
  present: '已知',
} as const satisfies Record<OperatorName, string>;
const levelNames: Readonly<Partial<Record<OperatorName, string>>> = {
  '<': '低于',
  '>': '高于',
  '>=': '不低于',
};
const dayNames: Readonly<Partial<Record<OperatorName, string>>> = {
  '<': '早于',
  '<=': '不晚于',
  '>': '晚于',
  '>=': '不早于',
};

/**
 * An operator as it is offered and said for one kind of field.
 * @example ruleOperatorName('>=', 'day', false) // => '不早于'
 */
export function ruleOperatorName(operator: OperatorName, type: FieldType, isLevel: boolean): string {
  const own = type === 'day' ? dayNames : isLevel ? levelNames : {};
  return own[operator] ?? names[operator];
}
