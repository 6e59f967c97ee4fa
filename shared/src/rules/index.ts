export { checkRule, RULE_LIMITS, type RuleVerdict, type SegmentRules } from './check-rule.ts';
export type { CheckedGroup, Facts } from './checked-rule.ts';
export { compileRule, type FulfilsRule } from './compile-rule.ts';
export { fieldCatalogue, type Field, type FieldCatalogue, type FieldType } from './fields.ts';
export { isDated, nextChangeOf } from './next-change.ts';
export { operatorsOf, type OperatorName } from './operators.ts';
export { RULE_FAULTS, type RuleFault, type RuleFaultCode } from './rule-fault.ts';
export { ruleToSql, type RuleSql } from './rule-to-sql.ts';
export { SEGMENT_FIELD, segmentsNamed } from './segments-named.ts';
