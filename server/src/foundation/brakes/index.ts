export { BrakesModule } from './brakes.module.ts';
export { type BrakeQuestion, Brakes, type ContentSource, type KnownContent } from './brakes.service.ts';
export type { StandingBrake } from './holding-brake.ts';
