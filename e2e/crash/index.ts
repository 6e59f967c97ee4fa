export { READY_MS_MAX } from './assassin.ts';
export { compareEffects, untilCaughtUp } from './compare-effects.ts';
export { wrongPublications } from './desk.ts';
export { planFor, runCrash, signInAll } from './run-crash.ts';
