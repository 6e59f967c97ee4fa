export { IncentivesModule } from './incentives.module.ts';
export { RuleDesk } from './rules/rule-desk.ts';
export { RuleDetails } from './rules/rule-details.ts';
export { RuleWriting } from './rules/rule-writing.ts';
export { describePointsVerdict, verifyPoints } from './ledger/verify-points.ts';
export { ItemEditing } from './redemption/item-editing.ts';
