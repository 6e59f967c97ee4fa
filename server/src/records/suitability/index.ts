export { InvestorStanding, type KnownInvestor } from './investor-standing.ts';
export { SuitabilityModule } from './suitability.module.ts';
