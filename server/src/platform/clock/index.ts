export { Clock, FixedClock, SystemClock } from './clock.ts';
export { ClockModule } from './clock.module.ts';
export { Randomness, SystemRandomness } from './randomness.ts';
