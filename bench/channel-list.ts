import { randomUUID } from 'node:crypto';
import { ACCOUNT_OWNERS, PLATFORMS } from '@siyu/shared/contracts/channels.limits';
import type { Bench } from '../tools/bench.ts';
import { medianOf } from '../tools/median.ts';
import { insertAll } from './insert-all.ts';
import { loadDemoFirm, type Server, startServer } from './server.ts';
import { type Engine, openOnStore, type Store } from './store.ts';
import { openStaffPages, type StaffPages } from './staff-pages.ts';

const DEMO_MEMBERS = 100;
const ACCOUNTS = 1_150;
const PLACEMENTS = 5_000;
/** Who joined in the last ninety days, two of three by a placement. */
const JOINED = 50_000;
const DAY_MS = 86_400_000;

/** What somebody at the desk presses one after the other: the list, its filters, a name, longer windows. */
const QUERIES = [
  '',
  'days=90',
  'platform=DOUYIN',
  'owner=EMPLOYEE',
  'platform=HALL&owner=BRANCH&days=90',
  `search=${encodeURIComponent('账号 99')}`,
  `search=${encodeURIComponent('没有这样的')}`,
  'search=handle-1&days=7',
] as const;
const ROUNDS = 5;

interface World {
  readonly store: Store;
  readonly server: Server;
  readonly pages: StaffPages;
}

/** The list of channel accounts and its filters at the size of a large firm. */
export function channelListBench(engine: Engine): Bench {
  let world: World | null = null;
  return {
    name: `channel-list-${engine}`,
    measures:
      `slowest page, by the median of ${ROUNDS} askings, of the list of ${ACCOUNTS} channel accounts with ${PLACEMENTS} placements and ${JOINED} members who joined in 90 days, ` +
      `${QUERIES.length} filters with their second pages, one after the other, ${engine === 'sqlite' ? 'SQLite' : 'MariaDB'}`,
    unit: 'ms',
    bound: 200,
    runs: 5,
    prepare: async () => {
      world = await openOnStore(engine, openWorld);
      await slowest(world.pages);
    },
    finish: async () => {
      await world?.server.stop();
      await world?.store.remove();
      world = null;
    },
    measure: () => {
      if (world === null) throw new Error('not prepared');
      return slowest(world.pages);
    },
  };
}

/** Each page is asked some times and counts by its median; the slowest page is the answer. */
async function slowest(pages: StaffPages): Promise<number> {
  const medians: number[] = [];
  for (const query of QUERIES) {
    const path = `/v1/console/channel-accounts?${query}`;
    const { nextCursor } = (await pages.timed(path)).body;
    const asked =
      typeof nextCursor === 'string' ? [path, `${path}&cursor=${encodeURIComponent(nextCursor)}`] : [path];
    for (const each of asked) {
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) times.push((await pages.timed(each)).ms);
      medians.push(medianOf(times));
    }
  }
  return Math.max(...medians);
}

async function openWorld(store: Store): Promise<World> {
  await loadDemoFirm(store, DEMO_MEMBERS);
  await growChannels(store);
  const server = await startServer(store);
  const pages = await openStaffPages(server.url, 'operator');
  const { body } = await pages.timed('/v1/console/channel-accounts');
  if (Number(body.total) < ACCOUNTS) throw new Error(`a list of ${String(body.total)} accounts`);
  return { store, server, pages };
}

async function growChannels(store: Store): Promise<void> {
  const now = Date.now();
  const branches = await store.query('SELECT branch_id AS id FROM branches');
  const staff = await store.query('SELECT staff_id AS id FROM staff');
  const idOf = (rows: typeof branches, at: number): string => String(rows[at % rows.length]?.['id']);
  const accountIds = Array.from({ length: ACCOUNTS }, () => randomUUID());
  await insertAll(
    store,
    'channel_accounts',
    ['account_id', 'owner', 'platform', 'name', 'handle', 'branch_id', 'staff_id', 'created_at'],
    accountIds.map((accountId, at) => {
      const owner = ACCOUNT_OWNERS[at % ACCOUNT_OWNERS.length] ?? 'FIRM';
      const platform = PLATFORMS[at % PLATFORMS.length] ?? 'HALL';
      const branchId = owner === 'FIRM' ? null : idOf(branches, at);
      const staffId = owner === 'EMPLOYEE' ? idOf(staff, at) : null;
      return [accountId, owner, platform, `账号 ${at}`, `handle-${at}`, branchId, staffId, now - at * 60_000];
    }),
  );
  const placementIds = Array.from({ length: PLACEMENTS }, () => randomUUID());
  await insertAll(
    store,
    'placements',
    ['placement_id', 'account_id', 'placement_key', 'name', 'state', 'created_at'],
    placementIds.map((placementId, at) => {
      const key = `b${String(at).padStart(9, '0')}`;
      return [placementId, accountIds[at % ACCOUNTS] ?? '', key, `投放位 ${at}`, 'ACTIVE', now - at];
    }),
  );
  await insertAll(
    store,
    'first_touches',
    ['member_no', 'kind', 'placement_id', 'last_kind', 'last_placement_id', 'joined_at'],
    Array.from({ length: JOINED }, (_, at) => {
      const joinedAt = now - Math.floor((at / JOINED) * 90 * DAY_MS);
      const placementId = at % 3 === 0 ? null : (placementIds[(at * 7) % PLACEMENTS] ?? null);
      const kind = placementId === null ? 'NATURAL' : 'PLACEMENT';
      return [10_000_000 + at, kind, placementId, kind, placementId, joinedAt];
    }),
  );
}
