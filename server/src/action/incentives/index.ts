export { IncentivesModule } from './incentives.module.ts';
export { AwardCopies } from './awards/award-copies.ts';
export { PointsCopies } from './ledger/points-copies.ts';
export { RedemptionCopies } from './redemption/redemption-copies.ts';
export { RuleDesk } from './rules/rule-desk.ts';
export { RuleDetails } from './rules/rule-details.ts';
export { RuleWriting } from './rules/rule-writing.ts';
export { describePointsVerdict, verifyPoints } from './ledger/verify-points.ts';
export { ItemEditing } from './redemption/item-editing.ts';
