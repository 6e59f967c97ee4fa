import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, dayOfInstant } from '../shared/src/time/index.ts';
import type { Bench, Measured } from '../tools/bench.ts';
import { loadBuyers, writeColumns } from './buyers.ts';
import { installPeers, runPeer } from './peer-process.ts';
import { peakMegabytesOf } from './process-cost.ts';
import { makeTables, type Server, startServer, untilScored } from './server.ts';
import { openOnStore, type Row, type Store } from './store.ts';

const WINDOW_DAYS = 365;
const PURCHASES_EACH = 20;
const PATIENCE_MINUTES = 300;

interface World {
  readonly store: Store;
  readonly server: Server;
  /** Where the columns for the peer outside are. */
  readonly folder: string;
}

export interface FullScoringOptions {
  readonly name: string;
  readonly members: number;
  readonly runs: number;
  readonly isLong: boolean;
  /** Seconds. */
  readonly bound: number;
}

/** Everybody scored anew by the server's own job, beside the sums alone by SQL and by DuckDB. */
export function fullScoringBench({ name, members, runs, isLong, bound }: FullScoringOptions): Bench {
  let world: World | null = null;
  const opened = (): World => {
    if (world === null) throw new Error('not prepared');
    return world;
  };
  const purchases = members * PURCHASES_EACH;
  return {
    name,
    measures:
      `the full run of the server on MariaDB: ${members} members with ${purchases} purchases of two years scored anew, everything compared ` +
      'and nothing changed; the peers find count, sum and last day of the window alone; their answers are compared first; ' +
      'server and database share the two cores',
    unit: 's',
    bound,
    aim: 8,
    beside: { 'most memory of the server': { unit: 'MB', aim: 300 } },
    runs,
    isLong,
    prepare: async () => {
      installPeers();
      world = await openOnStore('mariadb', async (store) => {
        await makeTables(store);
        await loadBuyers(store, members, PURCHASES_EACH);
        const server = await startServer(store);
        return { store, server, folder: mkdtempSync(join(tmpdir(), 'siyu-full-scoring-')) };
      });
      await untilScored(world.store, PATIENCE_MINUTES);
      await mustAgree(world, members);
    },
    finish: async () => {
      if (world === null) return;
      await world.server.stop();
      await world.store.remove();
      rmSync(world.folder, { recursive: true, force: true });
      world = null;
    },
    peers: () => [
      {
        name: 'GROUP BY with a covering index',
        measure: async () => secondsOf(() => groupBy(opened().store)),
      },
      { name: 'duckdb', measure: async () => inDuckDb(opened().folder) / 1000 },
    ],
    measure: async (): Promise<Measured> => {
      const { store, server } = opened();
      await store.query("UPDATE jobs SET progress = NULL WHERE name = 'score-full'");
      const { seconds, touched } = await untilScored(store, PATIENCE_MINUTES);
      if (touched !== members) throw new Error(`${touched} of ${members} members were scored`);
      return {
        value: seconds,
        beside: { 'most memory of the server': peakMegabytesOf(server.pid) },
      };
    },
  };
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

/** Live scoring looks from tomorrow on: today counts. */
const asOf = () => addDays(dayOfInstant(Date.now()), 1);

function groupBy({ query }: Store): Promise<readonly Row[]> {
  return query(
    `SELECT account_no AS memberNo, COUNT(*) AS purchases, SUM(amount_fen) AS amountFen, MAX(occurred_on) AS lastOn
       FROM transaction_facts FORCE INDEX (bench_covering) WHERE occurred_on >= ? AND occurred_on < ?
      GROUP BY account_no ORDER BY account_no`,
    [asOf() - WINDOW_DAYS, asOf()],
  );
}

function inDuckDb(folder: string): number {
  return runPeer(process.execPath, ['peers/sums-duckdb.mjs', folder, String(asOf()), String(WINDOW_DAYS)]);
}

/** @throws {Error} at the first member of whom count, sum or last day differ */
async function mustAgree({ store, folder }: World, members: number): Promise<void> {
  await writeColumns(store, folder, members, members * PURCHASES_EACH);
  const said = (found: readonly Row[]): string[] =>
    found.map((row) =>
      ['memberNo', 'purchases', 'amountFen', 'lastOn'].map((key) => Number(row[key])).join(' '),
    );
  const own = said(
    await store.query(
      `SELECT member_no AS memberNo, purchases, amount_fen AS amountFen, last_purchase_on AS lastOn
         FROM member_facts WHERE purchases > 0 ORDER BY member_no`,
    ),
  );
  if (own.length < members / 2) throw new Error(`${own.length} of ${members} members have a score`);
  inDuckDb(folder);
  const duck = readFileSync(join(folder, 'sums.answer'), 'utf8').trim().split('\n');
  for (const [peer, answer] of [
    ['GROUP BY', said(await groupBy(store))],
    ['duckdb', duck],
  ] as const) {
    const at = own.findIndex((line, index) => line !== answer[index]);
    if (answer.length !== own.length || at !== -1)
      throw new Error(`${peer} finds ${answer[at] ?? answer.length}, the server ${own[at] ?? own.length}`);
  }
}
