export { compareWithDatabase } from './compare.ts';
export { planBatches } from './plan.ts';
export { Reporters } from './reporters.ts';
