import { Turns } from './turns.ts';

/** So few take far less than a turn, and the clock is not asked for each. */
export const AT_ONCE = 128;

/** Visits everything there is, of which there may be a million. */
export async function walk<Each>(all: Iterable<Each>, visit: (each: Each) => void): Promise<void> {
  const turns = new Turns();
  let visited = 0;
  for (const each of all) {
    visit(each);
    visited += 1;
    if (visited % AT_ONCE === 0) await turns.pass();
  }
}
