import { type DynamicModule, Module } from '@nestjs/common';
import { Clock, SystemClock } from './clock.ts';
import { Randomness, SystemRandomness } from './randomness.ts';

@Module({})
export class ClockModule {
  static of(clock: Clock = new SystemClock()): DynamicModule {
    return {
      module: ClockModule,
      global: true,
      providers: [
        { provide: Clock, useValue: clock },
        { provide: Randomness, useValue: new SystemRandomness(clock) },
      ],
      exports: [Clock, Randomness],
    };
  }
}
