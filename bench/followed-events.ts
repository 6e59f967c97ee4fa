import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from './store.ts';

/** Waits for the facts of members, of which the feed and the segments read, to have followed what was reported. */
export interface FollowedEvents {
  /** To be told of each event at the moment it was answered. */
  readonly note: (memberNo: number) => void;
  /** Resolves when all have been followed: of each event the milliseconds from its answer. */
  readonly finish: () => Promise<readonly number[]>;
}

const EVERY_MS = 20;
const PATIENCE_MS = 30_000;

/** Looks every few milliseconds, from beside the server; a look belongs to the time it finds. */
export function followEvents(store: Store): FollowedEvents {
  const latencies: number[] = [];
  let waiting: { readonly memberNo: number; readonly answeredAt: number }[] = [];
  let isFinished = false;
  const look = async (): Promise<void> => {
    const asked = performance.now();
    const memberNos = [...new Set(waiting.map(({ memberNo }) => memberNo))];
    if (memberNos.length === 0) return;
    const rows = await store.query(
      `SELECT c.member_no AS memberNo FROM member_clocks c JOIN member_facts f ON f.member_no = c.member_no
        WHERE f.seq >= c.seq AND c.member_no IN (${memberNos.map(() => '?').join(', ')})`,
      memberNos,
    );
    const found = performance.now();
    const followed = new Set(rows.map((row) => Number(row['memberNo'])));
    const isDone = (event: (typeof waiting)[number]): boolean =>
      event.answeredAt <= asked && followed.has(event.memberNo);
    for (const event of waiting) if (isDone(event)) latencies.push(found - event.answeredAt);
    waiting = waiting.filter((event) => !isDone(event));
  };
  const watch = (async () => {
    let deadline = Infinity;
    while (!isFinished || waiting.length > 0) {
      await look();
      if (isFinished) deadline = Math.min(deadline, performance.now() + PATIENCE_MS);
      if (performance.now() > deadline) throw new Error(`${waiting.length} events were never followed`);
      await sleep(EVERY_MS);
    }
  })();
  // A failure is told by `finish`.
  watch.catch(() => undefined);
  return {
    note: (memberNo) => waiting.push({ memberNo, answeredAt: performance.now() }),
    finish: async () => {
      isFinished = true;
      await watch;
      return latencies;
    },
  };
}
