export { CareModule } from './care.module.ts';
export { type CallOrder, FollowUpCalls } from './follow-up-calls.ts';
