export { IncentivesModule } from './incentives.module.ts';
