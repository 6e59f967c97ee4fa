import { createPool } from 'mysql2/promise';
import { EVENT_COLUMNS, planBatches, rowsOf } from './event-batches.ts';
import { insertText } from './insert-all.ts';
import { closedLoop } from './open-loop.ts';
import { cpuSecondsOf } from './process-cost.ts';
import type { Phone } from './phones.ts';
import { openSqliteFile, type Store, type Value } from './store.ts';

export interface RawInserts {
  readonly events: number;
  /** Rows of one INSERT, which is committed by itself. */
  readonly rows: number;
  /** Connections at a time; SQLite has one writer. */
  readonly connections: number;
}

/** What the database alone can do: INSERTs of many rows into the log, nothing counted, checked or answered. */
export async function rawInserts(
  store: Store,
  phones: readonly Phone[],
  { events, rows, connections }: RawInserts,
): Promise<{ readonly seconds: number; readonly cpuSeconds: number }> {
  const statements = planBatches(phones, events / rows, rows).map((batch) => rowsOf(batch).flat());
  const text = insertText('engagement_events', EVENT_COLUMNS, rows);
  const before = cpuSecondsOf(process.pid) + (store.pid === null ? 0 : cpuSecondsOf(store.pid));
  const seconds = await (store.databaseUrl === null
    ? intoSqlite(store.dataDir, text, statements)
    : intoMariaDb(store.databaseUrl, text, statements, connections));
  const after = cpuSecondsOf(process.pid) + (store.pid === null ? 0 : cpuSecondsOf(store.pid));
  return { seconds, cpuSeconds: after - before };
}

async function intoMariaDb(
  url: string,
  text: string,
  statements: readonly Value[][],
  connections: number,
): Promise<number> {
  const pool = createPool({ uri: url, connectionLimit: connections });
  // Connections are made before the clock runs.
  await Promise.all(Array.from({ length: connections }, () => pool.query('SELECT SLEEP(0.05)')));
  const { seconds } = await closedLoop(statements.length, connections, async (at) => {
    await pool.query(text, statements[at]);
  });
  await pool.end();
  return seconds;
}

async function intoSqlite(dataDir: string, text: string, statements: readonly Value[][]): Promise<number> {
  const connection = openSqliteFile(dataDir);
  const statement = connection.prepare(text);
  const { seconds } = await closedLoop(statements.length, 1, async (at) => {
    statement.run(statements[at] ?? []);
  });
  connection.close();
  return seconds;
}
