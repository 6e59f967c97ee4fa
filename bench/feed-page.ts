import type { Bench, Measured } from '../tools/bench.ts';
import { type BareRoute, startBareRoute } from './bare-route.ts';
import { multiplyLessons, signInDemoFirm } from './demo-phones.ts';
import { type Caller, openCaller } from './caller.ts';
import { openLoop } from './open-loop.ts';
import { percentileOf } from './percentile.ts';
import type { Phone } from './phones.ts';
import { cpuSecondsOf } from './process-cost.ts';
import { loadDemoFirm, type Server, startServer, untilScored } from './server.ts';
import { type Engine, openOnStore, type Store } from './store.ts';

const MEMBERS = 3_000;
/** Of each of the demo firm's twelve lessons: a catalogue as a firm has after some years. */
const COPIES = 19;
const PER_SECOND = 500;
const SECONDS = 6;
const CONNECTIONS = 64;
const PAGE = '/v1/feed?limit=10';

interface World {
  readonly store: Store;
  readonly phones: readonly Phone[];
  readonly server: Server;
  readonly caller: Caller;
  readonly bare: BareRoute;
  readonly bareCaller: Caller;
}

/** A page of the feed for one member after another, beside a route that knows its answer. */
export function feedPageBench(engine: Engine): Bench {
  let world: World | null = null;
  const opened = (): World => {
    if (world === null) throw new Error('not prepared');
    return world;
  };
  return {
    name: `feed-page-${engine}`,
    measures:
      `median latency of a page of 10 at ${PER_SECOND} requests/s for ${SECONDS} s, each of another member of a demo firm of ${MEMBERS} with ${12 * (COPIES + 1)} lessons, ` +
      `from the planned moment of sending, ${engine === 'sqlite' ? 'SQLite' : 'MariaDB'}; generator, server and database share the two cores`,
    unit: 'ms',
    bound: 25,
    aim: 5,
    beside: {
      'p99 of a page': { unit: 'ms', aim: 25, bound: 250 },
      'CPU per page, server': { unit: 'µs' },
    },
    runs: 5,
    prepare: async () => {
      world = await openOnStore(engine, openWorld);
      await pages(opened().caller, opened().phones, 2);
    },
    finish: async () => {
      if (world === null) return;
      world.caller.close();
      world.bareCaller.close();
      await world.bare.stop();
      await world.server.stop();
      await world.store.remove();
      world = null;
    },
    peers: () => [
      {
        name: 'bare route',
        measure: async () => latenciesOf(await pages(opened().bareCaller, opened().phones, SECONDS)),
      },
    ],
    measure: async () => {
      const { server, caller, phones } = opened();
      const before = cpuSecondsOf(server.pid);
      const latencies = await pages(caller, phones, SECONDS);
      const cpu = ((cpuSecondsOf(server.pid) - before) / latencies.length) * 1e6;
      const { value, beside } = latenciesOf(latencies);
      return { value, beside: { ...beside, 'CPU per page, server': cpu } };
    },
  };
}

async function openWorld(store: Store): Promise<World> {
  await loadDemoFirm(store, MEMBERS);
  await multiplyLessons(store, COPIES);
  const phones = await signInDemoFirm(store);
  const server = await startServer(store);
  await untilScored(store);
  const caller = openCaller(server.url, CONNECTIONS);
  const page = await caller.call('GET', PAGE, phones[0]?.token ?? '');
  if (page.split('"cardId"').length - 1 !== 10) throw new Error(`no page of ten: ${page}`);
  const bare = await startBareRoute(store.dataDir, page);
  return { store, phones, server, caller, bare, bareCaller: openCaller(bare.url, CONNECTIONS) };
}

function pages({ call }: Caller, phones: readonly Phone[], seconds: number): Promise<readonly number[]> {
  return openLoop({
    perSecond: PER_SECOND,
    seconds,
    send: async (at) => void (await call('GET', PAGE, phones[at % phones.length]?.token ?? '')),
  });
}

function latenciesOf(latencies: readonly number[]): Exclude<Measured, number> {
  return { value: percentileOf(latencies, 0.5), beside: { 'p99 of a page': percentileOf(latencies, 0.99) } };
}
