import type { Bench, Measured } from '../tools/bench.ts';
import { type Caller, withCaller } from './caller.ts';
import { type EventBatch, planBatches } from './event-batches.ts';
import { closedLoop, openLoop } from './open-loop.ts';
import { percentileOf } from './percentile.ts';
import { enrolPhones, type Phone } from './phones.ts';
import { cpuSecondsOf } from './process-cost.ts';
import { rawInserts } from './raw-inserts.ts';
import { makeTables, type Server, startServer } from './server.ts';
import { type Engine, openOnStore, type Store } from './store.ts';

const PHONES = 2_000;
const BATCH = 20;
const EVENTS = 40_000;
/**
 * At a time, as many as fill the groups that commit at a time and are not refused for the load: SQLite commits one
 * group of 15 requests at a time, MariaDB four.
 */
const SENDERS: Readonly<Record<Engine, number>> = { sqlite: 16, mariadb: 32 };
/** Connections of the open loop, which never waits for one. */
const CONNECTIONS = 256;
const OPEN_SECONDS = 5;

export interface IngestWorld {
  readonly store: Store;
  readonly phones: readonly Phone[];
  readonly server: Server;
  readonly close: () => Promise<void>;
}

export interface IngestOptions {
  readonly engine: Engine;
  /** Seconds for `EVENTS` events. */
  readonly bound: number;
  /** Events a second at which the latency is measured. */
  readonly openRate: number;
}

/** Takes a batch of a phone to the server and insists on being told that all of it is recorded. */
export async function report({ call }: Caller, { phone, body, events }: EventBatch): Promise<void> {
  const answer = await call('POST', '/v1/events', phone.token, body);
  if (answer.split('"recorded"').length - 1 !== events.length) throw new Error(`not recorded: ${answer}`);
}

/** Events through the door of the phones, beside INSERTs of the same rows by hand. */
export function ingestBench({ engine, bound, openRate }: IngestOptions): Bench {
  let world: IngestWorld | null = null;
  const opened = (): IngestWorld => {
    if (world === null) throw new Error('not prepared');
    return world;
  };
  const beside = ['events of 20 a statement', 'events of 300 a statement'] as const;
  const raw = async (rows: number, connections: number): Promise<Measured> => {
    const { store, phones } = opened();
    const events = EVENTS - (EVENTS % rows);
    const { seconds, cpuSeconds } = await rawInserts(store, phones, { events, rows, connections });
    return {
      value: (seconds * EVENTS) / events,
      beside: { 'CPU per event, client and database, µs': (cpuSeconds / events) * 1e6 },
    };
  };
  return {
    name: `ingest-${engine}`,
    measures:
      `${EVENTS} events in requests of ${BATCH} from ${SENDERS[engine]} senders over HTTP, each answered after its commit was flushed, ` +
      `by an API process on ${engine === 'sqlite' ? 'SQLite' : 'MariaDB'}; then ${openRate} events/s for ${OPEN_SECONDS} s, ` +
      'latency from the planned moment of sending, a refused request sent again when it may; generator, server and database share the two cores',
    unit: 's',
    bound,
    aim: EVENTS / 8_000,
    beside: {
      'p50 of a request': { unit: 'ms' },
      'p99 of a request': { unit: 'ms', aim: 50 },
      'CPU per event, server': { unit: 'µs' },
      'CPU per event, server and database': { unit: 'µs' },
    },
    aimBeside: { peer: beside[0], times: 4 },
    runs: 5,
    prepare: async () => {
      world = await openIngestWorld(engine);
      await warmUp(world);
    },
    finish: async () => {
      await world?.close();
      world = null;
    },
    peers: () => [
      { name: beside[0], measure: () => raw(BATCH, engine === 'sqlite' ? 1 : 16) },
      { name: beside[1], measure: () => raw(300, engine === 'sqlite' ? 1 : 4) },
    ],
    measure: () => measureIngest(opened(), openRate),
  };
}

/** @param fill puts something into the tables before the server starts */
export function openIngestWorld(
  engine: Engine,
  fill?: (store: Store, phones: readonly Phone[]) => Promise<void>,
): Promise<IngestWorld> {
  return openOnStore(engine, async (store) => {
    await makeTables(store);
    const phones = await enrolPhones(store, PHONES);
    await fill?.(store, phones);
    const server = await startServer(store, { RUNS_JOBS: 'false' });
    const close = async (): Promise<void> => {
      await server.stop();
      await store.remove();
    };
    return { store, phones, server, close };
  });
}

/** The first requests compile; they belong to no figure. */
export async function warmUp(world: IngestWorld): Promise<void> {
  await ingestAll(world, 10_000);
}

/** Takes so many events in as fast as the senders are answered; seconds, processor seconds too. */
export async function ingestAll(
  world: IngestWorld,
  events: number,
): Promise<{ readonly seconds: number; readonly serverCpu: number; readonly databaseCpu: number }> {
  const { server, store, phones } = world;
  const batches = planBatches(phones, events / BATCH, BATCH);
  const cpu = () => [cpuSecondsOf(server.pid), store.pid === null ? 0 : cpuSecondsOf(store.pid)] as const;
  const before = cpu();
  const senders = SENDERS[store.engine];
  const { seconds } = await withCaller(server.url, senders, (caller) =>
    closedLoop(batches.length, senders, (at) => reportAt(caller, batches, at)),
  );
  const after = cpu();
  return { seconds, serverCpu: after[0] - before[0], databaseCpu: after[1] - before[1] };
}

async function reportAt(caller: Caller, batches: readonly EventBatch[], at: number): Promise<void> {
  const batch = batches[at];
  if (batch !== undefined) await report(caller, batch);
}

async function measureIngest(world: IngestWorld, openRate: number): Promise<Measured> {
  const { seconds, serverCpu, databaseCpu } = await ingestAll(world, EVENTS);
  const steady = planBatches(world.phones, (openRate * OPEN_SECONDS) / BATCH, BATCH);
  const latencies = await withCaller(world.server.url, CONNECTIONS, (caller) =>
    openLoop({
      perSecond: openRate / BATCH,
      seconds: OPEN_SECONDS,
      send: (at) => reportAt(caller, steady, at),
    }),
  );
  const perEvent = (cpuSeconds: number): number => (cpuSeconds / EVENTS) * 1e6;
  return {
    value: seconds,
    beside: {
      'p50 of a request': percentileOf(latencies, 0.5),
      'p99 of a request': percentileOf(latencies, 0.99),
      'CPU per event, server': perEvent(serverCpu),
      'CPU per event, server and database': perEvent(serverCpu + databaseCpu),
    },
  };
}
