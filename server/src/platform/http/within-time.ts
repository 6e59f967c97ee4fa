import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits for an answer from elsewhere, and for no longer than so many milliseconds. The signal ends the call; it is not
 * relied upon: Node's fetch holds it weakly, and while a body is under way the garbage collector may take it, after
 * which the call would be waited for until the connection ends.
 * @throws {DOMException} named TimeoutError when the time is over
 */
export async function withinTime<Answer>(
  ms: number,
  ask: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const clock = new AbortController();
  const late = sleep(ms, undefined, { signal: clock.signal }).then(() => {
    throw new DOMException('no answer in time', 'TimeoutError');
  });
  try {
    return await Promise.race([ask(AbortSignal.timeout(ms)), late]);
  } finally {
    clock.abort();
  }
}
