export { caller, type Outcome } from './calls.ts';
