import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../harness/index.ts';
import { endLeases } from './plant-sends.ts';
import type { SendsWorld } from './sends-world.ts';

/** In the order of a message's life: nothing is committed, SENDING is, the call is under way, it was answered. */
const POINTS = ['sends.claiming', 'sends.claimed', 'during the call', 'sends.called'] as const;

export interface KillRun {
  readonly kills: number;
  readonly messages: number;
  /** Accounts that WeChat was called for more than once. */
  readonly twice: readonly string[];
  /** Of which nobody can see what became of them. */
  readonly lost: readonly string[];
  /** Said to be sent, and not taken by WeChat exactly once. */
  readonly untrue: readonly string[];
  readonly unknown: readonly string[];
  readonly unknownButTaken: number;
}

/** Kills the server at each point, so many times, while messages go out; what became of each is read from the box. */
export async function killAtEachPoint(
  world: SendsWorld,
  { rounds, each }: { readonly rounds: number; readonly each: number },
): Promise<KillRun> {
  const { box, whole } = world;
  const calls = new Map<string, number>();
  const taken = new Map<string, number>();
  const read = async () => {
    const seen = await box.seen();
    for (const [account, n] of seen.calls) calls.set(account, (calls.get(account) ?? 0) + n);
    for (const [account, n] of seen.taken) taken.set(account, (taken.get(account) ?? 0) + n);
  };
  const all: string[] = [];
  let kills = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const [place, point] of POINTS.entries()) {
      const accounts = Array.from({ length: each }, (_, n) => `send-${round}-${place}-${n}`);
      all.push(...accounts);
      await killAt(world, point, accounts);
      kills += 1;
      await endLeases(whole);
      await whole.restartServer();
      await world.atRest();
      await read();
    }
  }
  // A call that was under way may be seen by the box after its caller is gone.
  await read();
  const found = await world.states();
  const unknown = all.filter((account) => found.get(account) === 'UNKNOWN');
  return {
    kills,
    messages: all.length,
    twice: all.filter((account) => (calls.get(account) ?? 0) > 1),
    lost: all.filter((account) => !['SENT', 'UNKNOWN'].includes(found.get(account) ?? '')),
    untrue: all.filter((account) => found.get(account) === 'SENT' && taken.get(account) !== 1),
    unknown,
    unknownButTaken: unknown.filter((account) => taken.get(account) === 1).length,
  };
}

async function killAt(
  world: SendsWorld,
  point: (typeof POINTS)[number],
  accounts: readonly string[],
): Promise<void> {
  const { box, whole } = world;
  if (point === 'during the call') {
    await box.fault({ kind: 'slow', delayMs: 3_000 });
    await world.plant(accounts);
    await until('calls are under way', async () => (await world.countOf('SENDING')) > 0);
    await whole.killServer();
    await box.clearFaults();
  } else {
    writeFileSync(join(world.killsDir, point), '');
    await world.plant(accounts);
    await until(`the server ends at ${point}`, world.isAway);
  }
}
