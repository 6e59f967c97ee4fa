import { setImmediate as turn } from 'node:timers/promises';

/** So long, in milliseconds, this process does nothing else: a request needs some turns, and must not wait long for any. */
const SLICE_MS = 1;

/** Turns of work between which whoever else has something to do in this process does it. */
export class Turns {
  #since = performance.now();

  /** Asked for between two pieces of work that are each much shorter than a turn. */
  async pass(): Promise<void> {
    if (performance.now() - this.#since < SLICE_MS) return;
    await turn();
    this.#since = performance.now();
  }
}
