import { Global, Module } from '@nestjs/common';
import { Clock, SystemClock } from './clock.ts';
import { Randomness, SystemRandomness } from './randomness.ts';

@Global()
@Module({
  providers: [
    { provide: Clock, useClass: SystemClock },
    { provide: Randomness, inject: [Clock], useFactory: (clock: Clock) => new SystemRandomness(clock) },
  ],
  exports: [Clock, Randomness],
})
export class ClockModule {}
