export { compareWithDatabase, standOf, type Stand } from './compare.ts';
export { planBatches, randomFrom } from './plan.ts';
export { Reporters } from './reporters.ts';
export { untilAnswered } from './until-answered.ts';
