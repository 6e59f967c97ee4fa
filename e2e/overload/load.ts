import { setTimeout as sleep } from 'node:timers/promises';
import type { Outcome } from './calls.ts';

/** What came of a stretch of load. */
export interface Stretch {
  readonly sent: number;
  readonly answered: number;
  readonly shed: number;
  /** Neither answered nor refused as it should be, by status. */
  readonly faults: Readonly<Record<string, number>>;
  readonly answeredPerSecond: number;
  /** 99th percentile of those that were answered, in ms. */
  readonly p99Ms: number;
}

type Send = () => Promise<Outcome>;

/** So many clients, each of which asks again as soon as it has its answer. */
export async function closedLoop(send: Send, clients: number, forMs: number): Promise<Stretch> {
  const outcomes: Outcome[] = [];
  const until = performance.now() + forMs;
  const client = async (): Promise<void> => {
    while (performance.now() < until) outcomes.push(await send());
  };
  await Promise.all(Array.from({ length: clients }, client));
  return summary(outcomes, forMs);
}

/** So many calls a second, whether or not the earlier ones have been answered. */
export async function openLoop(send: Send, perSecond: number, forMs: number): Promise<Stretch> {
  const outcomes: Promise<Outcome>[] = [];
  const began = performance.now();
  for (let passed = 0; passed < forMs; passed = performance.now() - began) {
    const due = Math.floor((Math.min(passed, forMs) / 1_000) * perSecond);
    while (outcomes.length < due) outcomes.push(send());
    await sleep(5);
  }
  return summary(await Promise.all(outcomes), forMs);
}

function summary(outcomes: readonly Outcome[], forMs: number): Stretch {
  const answered = outcomes.filter(({ status }) => status === 200);
  const isShed = ({ status, hasRetryAfter }: Outcome): boolean =>
    (status === 503 || status === 429) && hasRetryAfter;
  const faults: Record<string, number> = {};
  for (const outcome of outcomes) {
    if (outcome.status === 200 || isShed(outcome)) continue;
    faults[outcome.status] = (faults[outcome.status] ?? 0) + 1;
  }
  const slowestFirst = answered.map(({ ms }) => ms).sort((a, b) => b - a);
  return {
    sent: outcomes.length,
    answered: answered.length,
    shed: outcomes.filter(isShed).length,
    faults,
    answeredPerSecond: (answered.length / forMs) * 1_000,
    p99Ms: slowestFirst[Math.floor(slowestFirst.length / 100)] ?? Number.POSITIVE_INFINITY,
  };
}
