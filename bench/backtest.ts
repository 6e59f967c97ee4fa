import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench, Measured } from '../tools/bench.ts';
import { type BacktestWorld, FACTS, openBacktestWorld } from './backtest-world.ts';
import { type Caller, withCaller } from './caller.ts';
import { planBatches } from './event-batches.ts';
import { report } from './ingest.ts';
import { openLoop } from './open-loop.ts';
import { percentileOf } from './percentile.ts';
import { peakMegabytesOf, residentMegabytesOf } from './process-cost.ts';
import { type Server, startServer } from './server.ts';
import { openStaffPages } from './staff-pages.ts';
import { type Engine, openOnStore } from './store.ts';

const PER_SECOND = 500;
const BATCH = 20;
const CONNECTIONS = 64;
/** Before it is asked for, and so long is asked for anew while it runs. */
const SECONDS = 8;
const LOOK_MS = 100;
/** Of a million facts. */
const SECONDS_MAX = 30;
const PATIENCE_MS = 300_000;

/** From asking for a back-test at the desk to its report, while phones go on reporting what members do. */
export function backtestBench(engine: Engine): Bench {
  let world: BacktestWorld | null = null;
  return {
    name: `backtest-${engine}`,
    measures:
      `${FACTS} facts of ninety days decided again under ten rules, a draft among them and a budget that ends, from the question at the desk to the report, ` +
      `by a server that takes in ${PER_SECOND} events/s meanwhile, ${engine === 'sqlite' ? 'SQLite' : 'MariaDB'}; generator, server and database share the two cores`,
    unit: 's',
    // On two cores MariaDB shares them with the server and with who asks: there it is an aim (decision 0049).
    ...(engine === 'sqlite' ? { bound: SECONDS_MAX } : { bound: 2 * SECONDS_MAX, aim: SECONDS_MAX }),
    beside: {
      'growth of the memory of the server': { unit: 'MB', bound: 300 },
      'p99 of a request before': { unit: 'ms' },
      'p99 of a request meanwhile': { unit: 'ms' },
      'p99 meanwhile beside before': { unit: '×', ...(engine === 'sqlite' ? { bound: 2 } : { aim: 2 }) },
    },
    runs: 5,
    isLong: true,
    prepare: async () => {
      world = await openOnStore(engine, openBacktestWorld);
    },
    finish: async () => {
      await world?.store.remove();
      world = null;
    },
    measure: async () => {
      if (world === null) throw new Error('not prepared');
      const server = await startServer(world.store);
      try {
        return await measureRun(world, server);
      } finally {
        await server.stop();
      }
    },
  };
}

async function measureRun(world: BacktestWorld, server: Server): Promise<Measured> {
  const { draft, window } = world;
  const operator = await openStaffPages(server.url, 'operator');
  return withCaller(server.url, CONNECTIONS, async (caller) => {
    // The first requests compile; they belong to no figure.
    await tellFor(world, caller);
    const before = await tellFor(world, caller);
    const resident = residentMegabytesOf(server.pid);
    const asked = performance.now();
    const path = `/v1/console/incentive-rules/${draft.ruleId}/backtests`;
    const { body } = await operator.timed(path, { ...window, revision: draft.revision });
    const done = untilDone(world, String(body['runId']));
    let seconds: number | null = null;
    void done.then(
      (at) => (seconds = (at - asked) / 1_000),
      () => (seconds = NaN),
    );
    const meanwhile: number[] = [];
    while (seconds === null) meanwhile.push(...(await tellFor(world, caller, 1)));
    await done;
    const [quiet, busy] = [before, meanwhile].map((latencies) => percentileOf(latencies, 0.99));
    return {
      value: seconds,
      beside: {
        'growth of the memory of the server': peakMegabytesOf(server.pid) - resident,
        'p99 of a request before': quiet ?? 0,
        'p99 of a request meanwhile': busy ?? 0,
        'p99 meanwhile beside before': (busy ?? 0) / (quiet ?? 1),
      },
    };
  });
}

/** Latencies of what phones report for so long. */
function tellFor({ phones }: BacktestWorld, caller: Caller, seconds = SECONDS): Promise<readonly number[]> {
  const batches = planBatches(phones, (PER_SECOND * seconds) / BATCH, BATCH);
  const send = async (at: number): Promise<void> => {
    const batch = batches[at];
    if (batch !== undefined) await report(caller, batch);
  };
  return openLoop({ perSecond: PER_SECOND / BATCH, seconds, send });
}

/** @returns when its report was seen */
async function untilDone({ store }: BacktestWorld, runId: string): Promise<number> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const [run] = await store.query('SELECT state FROM backtest_runs WHERE run_id = ?', [runId]);
    if (run?.['state'] === 'DONE') return performance.now();
    if (run?.['state'] === 'FAILED' || performance.now() > deadline)
      throw new Error(`the back-test is ${String(run?.['state'])}`);
    await sleep(LOOK_MS);
  }
}
