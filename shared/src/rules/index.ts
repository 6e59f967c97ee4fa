export { askRule, placeOfPart, type AskedRule, type SeenCondition, type Values } from './ask-rule.ts';
export { BUCKETS, bucketOf } from './bucket-of.ts';
export { checkRule, RULE_LIMITS, type RuleVerdict, type SegmentRules } from './check-rule.ts';
export type { CheckedGroup, CheckedRule, Condition, Facts, Operand, Stored } from './checked-rule.ts';
export { compileRule, type FulfilsRule } from './compile-rule.ts';
export { fieldCatalogue, type Field, type FieldCatalogue, type FieldType } from './fields.ts';
export { heldOutBy, isHeldOut, isRatioSuspicious } from './holdout.ts';
export { isDated, nextChangeOf } from './next-change.ts';
export {
  isOperatorName,
  operatorsOf,
  SPLIT_PARTS,
  takesOf,
  type OperatorName,
  type Takes,
} from './operators.ts';
export { isParts, type Parts } from './parts.ts';
export { TEXT_MAX } from './read-value.ts';
export { RULE_FAULTS, type RuleFault, type RuleFaultCode } from './rule-fault.ts';
export { ruleToSql, type RuleSql } from './rule-to-sql.ts';
export { differenceOf, type Share, type ShareDifference } from './share-difference.ts';
export { SEGMENT_FIELD, segmentsNamed } from './segments-named.ts';
