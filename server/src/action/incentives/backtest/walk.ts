import { setImmediate as turn } from 'node:timers/promises';

/** Looked at before others in the process have their turn. */
const AT_ONCE = 4_096;

/** Visits everything there is, of which there may be a million. */
export async function walk<Each>(all: Iterable<Each>, visit: (each: Each) => void): Promise<void> {
  let visited = 0;
  for (const each of all) {
    visit(each);
    visited += 1;
    if (visited % AT_ONCE === 0) await turn();
  }
}
