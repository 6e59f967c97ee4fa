import { AsyncResource } from 'node:async_hooks';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '../migrations/index.ts';
import { type Database, type Engine, openDatabase } from '../platform/database/index.ts';
import { copyMariaDb, copySqlite, createDatabase } from './template.ts';

/** In memory where there is room of that kind: what outlives a fall of power is asked of real disks elsewhere. */
const ROOM = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** A migrated, empty database of one's own; `release` removes it when nothing has it open any more. */
export interface TestPlace {
  readonly engine: Engine;
  readonly dataDir: string;
  /** Null on SQLite, whose file is in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly release: () => Promise<void>;
}

export async function createTestPlace(engine: Engine): Promise<TestPlace> {
  const dataDir = await mkdtemp(join(ROOM, 'siyu-test-'));
  const removeFolder = () => rm(dataDir, { recursive: true, force: true });
  if (engine === 'sqlite') {
    await copySqlite(join(dataDir, 'siyu.sqlite'));
    return { engine, dataDir, databaseUrl: null, release: removeFolder };
  }
  const { url, drop } = await copyMariaDb();
  return {
    engine,
    dataDir,
    databaseUrl: url,
    release: async () => {
      await drop();
      await removeFolder();
    },
  };
}

/** A place without a database: no file, or a database without a table. */
export async function createEmptyPlace(engine: Engine): Promise<TestPlace> {
  const dataDir = await mkdtemp(join(ROOM, 'siyu-test-'));
  const made = engine === 'mysql' ? await createDatabase() : null;
  return {
    engine,
    dataDir,
    databaseUrl: made?.url ?? null,
    release: async () => {
      await made?.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export interface TestDatabase {
  readonly database: Database;
  readonly place: TestPlace;
  /** Runs something as another client would: not inside the transaction that is open here. */
  readonly outside: (run: () => unknown) => void;
  readonly close: () => Promise<void>;
}

/** The database alone, for specs that need no application. */
export async function createTestDatabase(engine: Engine): Promise<TestDatabase> {
  const outside = new AsyncResource('outside every transaction');
  const place = await createTestPlace(engine);
  const database = await openDatabase({
    at:
      place.databaseUrl === null ? { file: join(place.dataDir, 'siyu.sqlite') } : { url: place.databaseUrl },
    migrations,
    jitter: () => 0.5,
  });
  return {
    database,
    place,
    outside: (run) => void outside.runInAsyncScope(run),
    close: async () => {
      await database.close();
      await place.release();
    },
  };
}
