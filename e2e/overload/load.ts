import { setTimeout as sleep } from 'node:timers/promises';
import type { Call, Outcome } from './calls.ts';

/** What phones at work were answered. */
export interface Answered {
  /** Milliseconds of every request that was taken. */
  readonly takenMs: readonly number[];
  /** Requests refused for the load, which said when to come again. */
  readonly refused: number;
  /** Everything else, by status; 0 is a connection that broke or an answer that never came. */
  readonly failed: Readonly<Record<string, number>>;
  readonly seconds: number;
}

type Ask = (call: Call) => Promise<Outcome>;

const isRefusal = ({ status, hasRetryAfter }: Outcome): boolean =>
  (status === 503 || status === 429) && hasRetryAfter;

function tally(): { readonly add: (outcome: Outcome) => void; readonly end: () => Answered } {
  const began = performance.now();
  const takenMs: number[] = [];
  const failed: Record<string, number> = {};
  let refused = 0;
  return {
    add: (outcome) => {
      if (outcome.status === 200) takenMs.push(outcome.ms);
      else if (isRefusal(outcome)) refused += 1;
      else failed[outcome.status] = (failed[outcome.status] ?? 0) + 1;
    },
    end: () => ({ takenMs, refused, failed, seconds: (performance.now() - began) / 1000 }),
  };
}

/** So many clients, each of which asks again as soon as it is answered: as much as the server can take, and no more. */
export async function steadyLoad(
  ask: Ask,
  next: () => Call,
  clients: number,
  seconds: number,
): Promise<Answered> {
  const { add, end } = tally();
  const until = performance.now() + seconds * 1000;
  const client = async (): Promise<void> => {
    while (performance.now() < until) add(await ask(next()));
  };
  await Promise.all(Array.from({ length: clients }, client));
  return end();
}

/** Requests at a rate, whatever becomes of the answers. */
export async function openLoad(
  ask: Ask,
  next: () => Call,
  perSecond: number,
  seconds: number,
): Promise<Answered> {
  const { add, end } = tally();
  const began = performance.now();
  const asked: Promise<void>[] = [];
  for (;;) {
    const passed = (performance.now() - began) / 1000;
    if (passed >= seconds) break;
    while (asked.length < passed * perSecond) asked.push(ask(next()).then(add));
    await sleep(2);
  }
  const answered = end();
  await Promise.all(asked);
  return { ...end(), seconds: answered.seconds };
}
