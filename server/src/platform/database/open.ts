import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type Libsql from 'libsql';
import { createConnection } from 'mysql2/promise';
import { DataSource, type DataSourceOptions, getMetadataArgsStorage, type MigrationInterface } from 'typeorm';
import { boundedMysql, WaitingLine } from './bounded-mysql.ts';
import { Database, type DatabaseParts, type Engine } from './database.ts';
import { LibsqlDriver } from './libsql-driver.ts';
import { SnakeNaming } from './naming.ts';
import { lockForWriting } from './process-lock.ts';
import { MysqlWriter, SqliteWriter } from './writers.ts';

export interface OpenOptions {
  /** Where the data is: a file of SQLite, or a mysql:// URL. */
  readonly at: { readonly file: string } | { readonly url: string };
  readonly migrations: readonly (new () => MigrationInterface)[];
  readonly jitter: DatabaseParts['jitter'];
  /** Longest wait for a connection or an answer of a database server, in ms; absent: no end, for work of hours. */
  readonly waitMs?: number;
  readonly onRetry?: DatabaseParts['onRetry'];
  readonly onCallbackError?: DatabaseParts['onCallbackError'];
}

/**
 * Opens the database; nothing is migrated yet.
 * @throws {DatabaseInUse} when another process writes the same SQLite file.
 */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const common = {
    namingStrategy: new SnakeNaming(),
    migrationsTableName: 'migrations',
    migrations: [...options.migrations],
    // Every entity that has been imported; the composition root imports them all.
    entities: getMetadataArgsStorage().tables.flatMap(({ target }) =>
      typeof target === 'function' ? [target] : [],
    ),
  };
  const callbacks = {
    jitter: options.jitter,
    onRetry: options.onRetry ?? (() => undefined),
    onCallbackError: options.onCallbackError ?? (() => undefined),
  };
  return 'file' in options.at
    ? openSqlite(options.at.file, common, callbacks)
    : openMysql(options.at.url, common, callbacks, options.waitMs ?? null);
}

type Common = Pick<DataSourceOptions, 'namingStrategy' | 'migrationsTableName' | 'migrations' | 'entities'>;
type Callbacks = Pick<DatabaseParts, 'jitter' | 'onRetry' | 'onCallbackError'>;

async function openSqlite(file: string, common: Common, callbacks: Callbacks): Promise<Database> {
  await mkdir(dirname(file), { recursive: true });
  const lock = lockForWriting(file);
  const sqlite = { type: 'better-sqlite3', database: file, driver: LibsqlDriver } as const;
  const writing = new DataSource({
    ...common,
    ...sqlite,
    prepareDatabase: (connection: Libsql.Database) => {
      connection.pragma('journal_mode = WAL');
      connection.pragma('synchronous = FULL');
    },
  });
  const reading = new DataSource({
    ...common,
    ...sqlite,
    readonly: true,
    prepareDatabase: (connection: Libsql.Database) => {
      connection.pragma('query_only = ON');
    },
  });
  const close = async () => {
    if (reading.isInitialized) await reading.destroy();
    if (writing.isInitialized) await writing.destroy();
    lock.release();
  };
  await initialize([writing, reading], close);
  const engine: Engine = 'sqlite';
  const writer = new SqliteWriter(writing);
  // It answers on the spot.
  const isWaitedFor = () => false;
  return new Database({ engine, writing, reading, writer, isWaitedFor, close, ...callbacks });
}

const CONNECT_MS = 5_000;

/** The two differ in how they report a missing default, which a schema diff must know. */
async function kindOfServer(url: string): Promise<'mysql' | 'mariadb'> {
  const connection = await createConnection({
    uri: url.replace(/^mariadb:/, 'mysql:'),
    connectTimeout: CONNECT_MS,
  });
  try {
    const [rows] = await connection.query('SELECT VERSION() AS version');
    return /mariadb/i.test(JSON.stringify(rows)) ? 'mariadb' : 'mysql';
  } finally {
    await connection.end();
  }
}

async function openMysql(
  url: string,
  common: Common,
  callbacks: Callbacks,
  waitMs: number | null,
): Promise<Database> {
  const mysql = {
    type: await kindOfServer(url),
    url: url.replace(/^mariadb:/, 'mysql:'),
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    supportBigNumbers: true,
    bigNumberStrings: false,
    connectTimeout: Math.min(CONNECT_MS, waitMs ?? CONNECT_MS),
    poolSize: 10,
    // Else each statement takes a picture of the stack in case it fails; TypeORM has its own.
    trace: false,
    extra: { decimalNumbers: true, connectionLimit: 10, maxIdle: 10, enableKeepAlive: true },
  } as const;
  const line = new WaitingLine();
  const writing = new DataSource({ ...common, ...mysql, driver: boundedMysql({ waitMs, line }) });
  // Every connection of the reading pool refuses writes by itself.
  const readOnly = boundedMysql({ waitMs, line, greeting: 'SET SESSION TRANSACTION READ ONLY' });
  const reading = new DataSource({ ...common, ...mysql, driver: readOnly });
  const close = async () => {
    if (reading.isInitialized) await reading.destroy();
    if (writing.isInitialized) await writing.destroy();
  };
  await initialize([writing, reading], close);
  const engine: Engine = 'mysql';
  const writer = new MysqlWriter(writing);
  const isWaitedFor = () => !line.isEmpty;
  return new Database({ engine, writing, reading, writer, isWaitedFor, close, ...callbacks });
}

async function initialize(sources: readonly DataSource[], close: () => Promise<void>): Promise<void> {
  try {
    for (const source of sources) await source.initialize();
  } catch (error) {
    await close();
    throw error;
  }
}
