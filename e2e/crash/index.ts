export { READY_MS_MAX } from './assassin.ts';
export { compareEffects, untilCaughtUp } from './compare-effects.ts';
export { planFor, runCrash, signInAll } from './run-crash.ts';
