export { ElderCallBacks } from './elder/elder-call-backs.ts';
export { InvestorStanding, type KnownInvestor } from './investor-standing.ts';
export { ASSESSMENT_MOVED, type AssessmentMoved } from './suitability.events.ts';
export { SuitabilityModule } from './suitability.module.ts';
