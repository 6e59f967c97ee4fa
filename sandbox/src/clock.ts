/** Epoch milliseconds from outside, so that a spec can wait five minutes in no time. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };
