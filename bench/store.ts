import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { createConnection, createPool, type RowDataPacket } from 'mysql2/promise';
import { z } from 'zod';
import { startMariaDb } from '../tools/mariadb.ts';

export type Engine = 'sqlite' | 'mariadb';
export type Value = string | number | null;
const Rows = z.array(z.record(z.string(), z.unknown()));
export type Row = Readonly<Record<string, unknown>>;

/** A database of a bench's own, that keeps its promises: both engines flush every commit to the disk. */
export interface Store {
  readonly engine: Engine;
  readonly dataDir: string;
  /** Null on SQLite, whose file is in `dataDir`. */
  readonly databaseUrl: string | null;
  /** Of MariaDB; SQLite works inside the server. */
  readonly pid: number | null;
  /** Statements from beside the server; the tables are there once a server has been started. */
  readonly query: (sql: string, values?: readonly Value[]) => Promise<readonly Row[]>;
  readonly remove: () => Promise<void>;
}

const sqliteFile = (dataDir: string): string => join(dataDir, 'siyu.sqlite');

function openStore(engine: Engine): Promise<Store> {
  const dataDir = mkdtempSync(join(tmpdir(), 'siyu-bench-'));
  return engine === 'sqlite' ? openSqlite(dataDir) : openMariaDb(dataDir);
}

/** Opens a database and what stands on it; when that fails nothing is left behind. */
export async function openOnStore<World>(
  engine: Engine,
  open: (store: Store) => Promise<World>,
): Promise<World> {
  const store = await openStore(engine);
  try {
    return await open(store);
  } catch (error) {
    await store.remove();
    throw error;
  }
}

async function openSqlite(dataDir: string): Promise<Store> {
  let connection: Libsql.Database | null = null;
  return {
    engine: 'sqlite',
    dataDir,
    databaseUrl: null,
    pid: null,
    query: async (sql, values = []) => {
      connection ??= openSqliteFile(dataDir);
      const statement = connection.prepare(sql);
      if (statement.reader) return Rows.parse(statement.all([...values]));
      statement.run([...values]);
      return [];
    },
    remove: async () => {
      connection?.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A writing connection with the settings of the server's. */
export function openSqliteFile(dataDir: string): Libsql.Database {
  const connection = new Libsql(sqliteFile(dataDir), { timeout: 10_000 });
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  return connection;
}

async function openMariaDb(dataDir: string): Promise<Store> {
  const mariadb = await startMariaDb('disk');
  const connection = await createConnection(mariadb.url);
  await connection.query('CREATE DATABASE siyu CHARACTER SET utf8mb4 COLLATE utf8mb4_bin');
  const [rows] = await connection.query<RowDataPacket[]>('SELECT @@pid_file AS file');
  await connection.end();
  const databaseUrl = `${mariadb.url}siyu`;
  const pool = createPool({ uri: databaseUrl, connectionLimit: 2, supportBigNumbers: true });
  return {
    engine: 'mariadb',
    dataDir,
    databaseUrl,
    pid: Number(readFileSync(String(rows[0]?.['file']), 'utf8')),
    query: async (sql, values = []) => {
      const [answer] = await pool.query<RowDataPacket[]>(sql, [...values]);
      return Array.isArray(answer) ? answer : [];
    },
    remove: async () => {
      await pool.end();
      await mariadb.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
