/** Why a rule is refused. */
export const RULE_FAULTS = [
  'not_a_group',
  'not_a_rule',
  'unknown_part',
  'unknown_combinator',
  'not_is_no_flag',
  'switched_off',
  'empty_group',
  'too_deep',
  'too_many_conditions',
  'unknown_field',
  'unknown_segment',
  'unknown_operator',
  'operator_of_another_type',
  'value_not_wanted',
  'value_missing',
  'value_of_another_type',
  'value_out_of_range',
  'unknown_choice',
  'half_between',
  'between_reversed',
  'not_a_list',
  'empty_list',
  'list_too_long',
] as const;
export type RuleFaultCode = (typeof RULE_FAULTS)[number];

/** A fault and its place in the tree, such as `rules[1].rules[0].value`; empty: the tree itself. */
export interface RuleFault {
  readonly place: string;
  readonly code: RuleFaultCode;
}
