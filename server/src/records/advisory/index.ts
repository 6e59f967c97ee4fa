export { AdvisoryModule } from './advisory.module.ts';
export { AdvisoryContracts } from './advisory-contracts.service.ts';
