export { AssessmentHistories } from './assessment-histories.ts';
export { ElderCallBacks } from './elder/elder-call-backs.ts';
export { InvestorStanding, type KnownInvestor } from './investor-standing.ts';
export { ASSESSMENT_MOVED, type AssessmentMoved } from './suitability.events.ts';
export { SuitabilityModule } from './suitability.module.ts';
export { SuitabilityDecisionsModule } from './decisions/decisions.module.ts';
export { PurchaseClearances } from './decisions/purchase-clearances.ts';
export { SuitabilityGate } from './decisions/suitability-gate.ts';
export { describeEvidence, verifyEvidence } from './decisions/evidence/verify-evidence.ts';
