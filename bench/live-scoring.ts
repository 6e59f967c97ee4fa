import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench, Measured } from '../tools/bench.ts';
import { type Caller, openCaller } from './caller.ts';
import { signInDemoFirm } from './demo-phones.ts';
import { planBatches } from './event-batches.ts';
import { followEvents } from './followed-events.ts';
import { report } from './ingest.ts';
import { openLoop } from './open-loop.ts';
import { percentileOf } from './percentile.ts';
import type { Phone } from './phones.ts';
import { CORE_TOKEN, loadDemoFirm, type Server, startServer, untilScored } from './server.ts';
import { type Engine, openOnStore, type Store } from './store.ts';

const MEMBERS = 3_000;
const PER_SECOND = 500;
const SECONDS = 8;
const CONNECTIONS = 64;
/** Purchases in a run, evenly among the events. */
const PURCHASES = 40;
const RUNS = 5;
const LOOK_MS = 25;
const DAY = 86_400_000;
/** Enough to lift whoever bought little into another group. */
const LARGE_FEN = 300_000_00;

/** A member of whom a purchase makes another group, and so another feed. */
interface Buyer extends Phone {
  readonly coreCustomerId: string;
}
interface World {
  readonly store: Store;
  readonly server: Server;
  readonly caller: Caller;
  readonly readers: readonly Phone[];
  readonly buyers: Buyer[];
}

/** From the commit of what a member did to the score and the feed that follow from it. */
export function liveScoringBench(engine: Engine): Bench {
  let world: World | null = null;
  const shown = `slowest of ${PURCHASES} purchases until the feed shows it`;
  return {
    name: `live-scoring-${engine}`,
    measures:
      `99th percentile from the answer to an event (which is after its commit) to the facts of the member that the feed reads, ` +
      `at ${PER_SECOND} events/s for ${SECONDS} s, one event a request, each of another member of a demo firm of ${MEMBERS}, ` +
      `${engine === 'sqlite' ? 'SQLite' : 'MariaDB'}; generator, server and database share the two cores`,
    unit: 'ms',
    bound: 1_000,
    beside: { 'median of an event': { unit: 'ms' }, [shown]: { unit: 'ms', bound: 1_500, aim: 1_000 } },
    runs: RUNS,
    prepare: async () => {
      world = await openOnStore(engine, openWorld);
    },
    finish: async () => {
      world?.caller.close();
      await world?.server.stop();
      await world?.store.remove();
      world = null;
    },
    measure: async (): Promise<Measured> => {
      if (world === null) throw new Error('not prepared');
      const { latencies, feeds } = await measureRun(world);
      return {
        value: percentileOf(latencies, 0.99),
        beside: { 'median of an event': percentileOf(latencies, 0.5), [shown]: Math.max(...feeds) },
      };
    },
  };
}

async function openWorld(store: Store): Promise<World> {
  await loadDemoFirm(store, MEMBERS);
  const phones = new Map((await signInDemoFirm(store)).map((phone) => [phone.memberNo, phone]));
  const rows = await store.query(
    `SELECT f.member_no AS memberNo, a.core_customer_id AS coreCustomerId
       FROM member_facts f JOIN core_accounts a ON a.member_no = f.member_no
      WHERE f.group_code = 'LONG_TAIL' AND f.is_profiled = 1 ORDER BY f.member_no LIMIT ${PURCHASES * RUNS}`,
  );
  const buyers = rows.flatMap((row) => {
    const phone = phones.get(Number(row['memberNo']));
    return phone === undefined ? [] : [{ ...phone, coreCustomerId: String(row['coreCustomerId']) }];
  });
  for (const { memberNo } of buyers) phones.delete(memberNo);
  const server = await startServer(store);
  await untilScored(store);
  return {
    store,
    server,
    caller: openCaller(server.url, CONNECTIONS),
    readers: [...phones.values()],
    buyers,
  };
}

async function measureRun(
  world: World,
): Promise<{ readonly latencies: readonly number[]; readonly feeds: readonly number[] }> {
  const { store, caller, readers, buyers } = world;
  const events = planBatches(readers, PER_SECOND * SECONDS, 1);
  const followed = followEvents(store);
  const feeds: Promise<number>[] = [];
  await openLoop({
    perSecond: PER_SECOND,
    seconds: SECONDS,
    send: async (at) => {
      const event = events[at];
      if (event === undefined) return;
      await report(caller, event);
      followed.note(event.phone.memberNo);
      if (at % (events.length / PURCHASES) !== 0) return;
      const buyer = buyers.shift();
      if (buyer === undefined) throw new Error('nobody is left to buy');
      const feed = msUntilFeedChanges(caller, buyer);
      // Its failure is met where all are awaited.
      feed.catch(() => undefined);
      feeds.push(feed);
    },
  });
  return { latencies: await followed.finish(), feeds: await Promise.all(feeds) };
}

async function msUntilFeedChanges({ call }: Caller, { token, coreCustomerId }: Buyer): Promise<number> {
  const page = (): Promise<string> => call('GET', '/v1/feed?limit=10', token);
  const before = await page();
  const purchase = {
    sourceId: `bench-${coreCustomerId}`,
    coreCustomerId,
    occurredAt: new Date(Date.now() - 3 * DAY).toISOString(),
    productCode: 'FUND-BALANCED',
    amountFen: LARGE_FEN,
    benefitFen: 0,
  };
  await call('POST', '/v1/core/purchases', CORE_TOKEN, JSON.stringify({ purchases: [purchase] }));
  const bought = performance.now();
  for (;;) {
    if ((await page()) !== before) return performance.now() - bought;
    if (performance.now() - bought > 30_000) throw new Error(`the feed of ${coreCustomerId} never changed`);
    await sleep(LOOK_MS);
  }
}
