import { setTimeout as sleep } from 'node:timers/promises';

/** Longer than any restart; a server that stays away fails the check. */
const UNANSWERED_MS_MAX = 180_000;
/** Clients that ask without a pause would keep the server from coming back. */
const RETRY_MS = 150;

/** Asks the same again until there is a good answer; told of each time there was none. @throws the last failure. */
export async function untilAnswered<T>(ask: () => Promise<T>, onUnanswered: () => void): Promise<T> {
  const deadline = performance.now() + UNANSWERED_MS_MAX;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      onUnanswered();
      if (performance.now() > deadline) throw error;
      await sleep(RETRY_MS);
    }
  }
}
