import type { RuleFaultCode } from '../rules/index.ts';

/** Why a rule cannot be used, at its place. */
export const ruleFaultSentences = {
  not_a_group: '这里应该是一组条件。',
  not_a_rule: '这里应该是一条条件。',
  unknown_part: '有不认识的内容，请删除后重新添加。',
  unknown_combinator: '请选择满足全部还是任意一条。',
  not_is_no_flag: '请重新选择是否取反。',
  switched_off: '停用的条件不能保存，请删除或重新添加。',
  empty_group: '这一组还没有条件，请添加或删除这一组。',
  too_deep: '条件组套得太深，最多 5 层，可以先另建一个客群。',
  too_many_conditions: '条件太多，最多 50 条，可以先另建一个客群。',
  unknown_field: '这项信息已经不能用来筛选，请换一项。',
  unknown_segment: '这个客群已经停用或不能用在这里，请换一个。',
  unknown_operator: '请重新选择怎样比较。',
  operator_of_another_type: '这项信息不能这样比较，请换一种。',
  value_not_wanted: '这样比较不需要填写内容，请重新选择。',
  value_missing: '请填写内容。',
  value_of_another_type: '填写的内容不对，请重新填写。',
  value_out_of_range: '超出可以填写的范围。',
  unknown_choice: '这个选项已经没有了，请重新选择。',
  half_between: '请把两端都填上。',
  between_reversed: '前面的不能比后面的大。',
  not_a_list: '请重新选择。',
  empty_list: '请至少选择一项。',
  list_too_long: '最多选择 100 项。',
} as const satisfies Record<RuleFaultCode, string>;
