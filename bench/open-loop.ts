import { setTimeout as sleep } from 'node:timers/promises';

export interface OpenLoop {
  readonly perSecond: number;
  readonly seconds: number;
  /** Sends request number `at`, from 0 on, and resolves when it is answered. */
  readonly send: (at: number) => Promise<void>;
}

/**
 * Sends at planned moments whatever becomes of the answers, so that a server that is late is not asked less.
 * @returns of each request the milliseconds from the moment it was planned for to its answer
 * @throws the first failure of a request
 */
export async function openLoop({ perSecond, seconds, send }: OpenLoop): Promise<readonly number[]> {
  const requests = Math.round(perSecond * seconds);
  const latencies: number[] = [];
  const faults: unknown[] = [];
  const answers: Promise<void>[] = [];
  const ask = async (at: number, planned: number): Promise<void> => {
    try {
      await send(at);
      latencies.push(performance.now() - planned);
    } catch (error) {
      faults.push(error);
    }
  };
  const start = performance.now();
  for (let at = 0; at < requests && faults.length === 0; at += 1) {
    const planned = start + (at * 1000) / perSecond;
    while (performance.now() < planned) await sleep(1);
    answers.push(ask(at, planned));
  }
  await Promise.all(answers);
  if (faults.length > 0) throw faults[0];
  return latencies;
}

/**
 * Sends as fast as so many senders are answered.
 * @returns the seconds until all requests were answered, and of each the milliseconds from its sending
 */
export async function closedLoop(
  requests: number,
  senders: number,
  send: (at: number) => Promise<void>,
): Promise<{ readonly seconds: number; readonly latencies: readonly number[] }> {
  const latencies: number[] = [];
  let next = 0;
  const start = performance.now();
  const work = async (): Promise<void> => {
    while (next < requests) {
      const at = next;
      next += 1;
      const sent = performance.now();
      await send(at);
      latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: senders }, work));
  return { seconds: (performance.now() - start) / 1000, latencies };
}
