import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench } from '../tools/bench.ts';
import { type Caller, openCaller } from './caller.ts';
import { openSegment } from './live-segment.ts';
import { CORE_TOKEN, loadDemoFirm, type Server, startServer, untilScored } from './server.ts';
import { openStaffPages, type StaffPages } from './staff-pages.ts';
import { type Engine, openOnStore, type Store } from './store.ts';

const DEMO_MEMBERS = 6_000;
const CHANGED = 2_000;
const PER_REQUEST = 100;
const CONNECTIONS = 4;
const LOOK_MS = 10;
const PATIENCE_MS = 60_000;
/** More than anybody of the demo firm bought, and again so much more with every run. */
const STEP_FEN = 100_000_000_00;
const RUNS = 5;

interface World {
  readonly store: Store;
  readonly server: Server;
  readonly pages: StaffPages;
  readonly caller: Caller;
  readonly customers: readonly string[];
}

/** From the core system having told of two thousand customers to the segment that all of them are in. */
export function segmentIntakeBench(engine: Engine): Bench {
  let world: World | null = null;
  let run = 0;
  return {
    name: `segment-intake-${engine}`,
    measures:
      `from the answer to the last of ${CHANGED / PER_REQUEST} requests with ${CHANGED} purchases, one of each of ${CHANGED} customers, ` +
      `until all of them stand in the segment of those who bought so much, in a demo firm of ${DEMO_MEMBERS}, ` +
      (engine === 'sqlite' ? 'SQLite' : 'MariaDB'),
    unit: 'ms',
    bound: 1_000,
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
    measure: async () => {
      if (world === null) throw new Error('not prepared');
      run += 1;
      return msUntilAllStandIn(world, run);
    },
  };
}

async function openWorld(store: Store): Promise<World> {
  await loadDemoFirm(store, DEMO_MEMBERS);
  const server = await startServer(store);
  await untilScored(store);
  const rows = await store.query(
    `SELECT a.core_customer_id AS id FROM member_facts f JOIN core_accounts a ON a.member_no = f.member_no
      WHERE f.is_profiled = 1 AND f.amount_fen IS NOT NULL ORDER BY f.member_no LIMIT ${CHANGED}`,
  );
  if (rows.length < CHANGED) throw new Error(`only ${rows.length} customers whose account may be read`);
  return {
    store,
    server,
    pages: await openStaffPages(server.url, 'operator'),
    caller: openCaller(server.url, CONNECTIONS),
    customers: rows.map(({ id }) => String(id)),
  };
}

async function msUntilAllStandIn({ store, pages, caller, customers }: World, run: number): Promise<number> {
  const rule = {
    combinator: 'and',
    rules: [{ field: 'amountFen', operator: '>=', value: run * STEP_FEN }],
  };
  const { key } = await openSegment(pages, `第 ${run} 次`, rule);
  const occurredAt = new Date(Date.now() - 86_400_000).toISOString();
  const requests = Array.from({ length: CHANGED / PER_REQUEST }, (_, at) =>
    customers.slice(at * PER_REQUEST, (at + 1) * PER_REQUEST).map((coreCustomerId) => ({
      sourceId: `intake-${run}-${coreCustomerId}`,
      coreCustomerId,
      occurredAt,
      productCode: 'FUND-BALANCED',
      amountFen: STEP_FEN,
      benefitFen: 0,
    })),
  );
  for (const purchases of requests) {
    const answer = await caller.call('POST', '/v1/core/purchases', CORE_TOKEN, JSON.stringify({ purchases }));
    if (answer.includes('"refused"')) throw new Error(answer.slice(0, 500));
  }
  const told = performance.now();
  for (;;) {
    const [row] = await store.query(
      'SELECT COUNT(*) AS n FROM segment_memberships WHERE to_as_of IS NULL AND segment_key = ?',
      [key],
    );
    if (Number(row?.['n']) >= CHANGED) return performance.now() - told;
    if (performance.now() - told > PATIENCE_MS) throw new Error(`${String(row?.['n'])} stand in ${key}`);
    await sleep(LOOK_MS);
  }
}
