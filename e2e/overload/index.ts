export { type Call, caller, CONNECTIONS, type Outcome } from './calls.ts';
export { type Answered, openLoad, steadyLoad } from './load.ts';
