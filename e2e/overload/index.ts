export { caller, type Call, type Outcome } from './calls.ts';
export { closedLoop, openLoop, type Stretch } from './load.ts';
