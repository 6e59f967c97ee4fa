import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import type { Clock } from './clock.ts';

export abstract class Randomness {
  abstract bytes(n: number): Uint8Array;
  /** UUIDv7: sorts by the time of its making, so that indexes grow at their end. */
  abstract uuid(): string;
}

export class SystemRandomness extends Randomness {
  #lastMs = 0;
  #seq = 0;
  readonly #clock: Clock;

  constructor(clock: Clock) {
    super();
    this.#clock = clock;
  }

  bytes(n: number): Uint8Array {
    return randomBytes(n);
  }

  uuid(): string {
    // Ids of one process keep their order inside a millisecond, and when the clock is set back.
    const msecs = Math.max(this.#clock.now(), this.#lastMs);
    this.#seq = msecs === this.#lastMs ? this.#seq + 1 : randomBytes(2).readUInt16BE();
    this.#lastMs = msecs;
    return v7({ msecs, seq: this.#seq, random: randomBytes(16) });
  }
}
