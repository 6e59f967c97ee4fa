import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  type Database,
  isRestoreUnfinished,
  lockForWriting,
  markRestoreFinished,
  markRestoreUnfinished,
  migrate,
  openDatabase,
  type OpenOptions,
} from '../database/index.ts';
import type { TableCount, TableShape } from './backup-lines.ts';
import { BackupRefused } from './backup-refused.ts';
import { TableLoader } from './load-tables.ts';
import { UploadLoader } from './load-uploads.ts';
import { openSnapshot } from './open-snapshot.ts';
import { type CheckedBackup, checkBackup, isSameCount, linesOfBackup } from './read-backup.ts';
import { syncFile } from './sync-file.ts';
import { tallyTable } from './table-tally.ts';

export interface RestoreOptions {
  readonly file: string;
  /** An address that holds no database yet. */
  readonly at: OpenOptions['at'];
  readonly dataDir: string;
  /** Every migration of this program, in order. */
  readonly migrations: OpenOptions['migrations'];
  /** Told as each table has been read back and found right. */
  readonly onTable?: (count: TableCount) => void;
}

export interface RestoredBackup extends CheckedBackup {
  /** Migrations that this program added to what the backup knew. */
  readonly added: readonly string[];
}

/**
 * Puts a backup back where no database is: brings an empty one to the migrations that the backup knew, loads it,
 * reads every table back and compares counts and hashes, and then runs the migrations that came since. The file is
 * checked as a whole before anything is touched. A SQLite file gets its name at the very end; a MySQL database
 * carries a mark until then, with which no server starts.
 * @throws {BackupRefused} with a damaged or newer backup, or where a database is already.
 * @throws {DatabaseInUse} while a server runs on the same SQLite file.
 */
export async function restoreBackup(options: RestoreOptions): Promise<RestoredBackup> {
  const { at } = options;
  const checked = await checkBackup(options.file);
  const known = await namesOf(options.migrations);
  const strange = checked.head.migrations.find((name) => !known.has(name));
  if (strange !== undefined)
    throw new BackupRefused(
      `The backup was made by a newer program (it knows the migration ${strange}): restore it with that one.`,
    );
  const added =
    'file' in at
      ? await restoreSqlite(at.file, options, checked)
      : await restoreMysql(at.url, options, checked);
  return { ...checked, added };
}

async function restoreSqlite(
  file: string,
  options: RestoreOptions,
  checked: CheckedBackup,
): Promise<readonly string[]> {
  await mkdir(dirname(file), { recursive: true });
  const lock = lockForWriting(file);
  const partial = `${file}.restoring`;
  const whole = `${file}.restored`;
  const removePartial = async (): Promise<void> => {
    for (const suffix of ['', '-wal', '-shm', '.lock']) await rm(`${partial}${suffix}`, { force: true });
    await rm(whole, { force: true });
  };
  try {
    if ([file, `${file}-wal`].some((each) => existsSync(each)))
      throw new BackupRefused(
        `There is a database at ${file} already: move it away with its -wal and -shm. Nothing was changed.`,
      );
    await removePartial();
    const added = await load({ file: partial }, options, checked, (database) => writeOut(database, whole));
    await rename(whole, file);
    return added;
  } finally {
    await removePartial();
    lock.release();
  }
}

async function restoreMysql(
  url: string,
  options: RestoreOptions,
  checked: CheckedBackup,
): Promise<readonly string[]> {
  const database = await openDatabase({ at: { url }, migrations: [], jitter: () => 0.5 });
  try {
    if (await isRestoreUnfinished(database))
      throw new BackupRefused(
        'An earlier restore into the database of DATABASE_URL did not finish: drop the database and create it again.',
      );
    const tables: unknown = await database.read.query(
      'SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() LIMIT 1',
    );
    if (!Array.isArray(tables) || tables.length > 0)
      throw new BackupRefused(
        'The database of DATABASE_URL has tables already: name an empty one. Nothing was changed.',
      );
    await markRestoreUnfinished(database);
    const added = await load({ url }, options, checked, () => Promise.resolve());
    await markRestoreFinished(database);
    return added;
  } finally {
    await database.close();
  }
}

async function load(
  at: OpenOptions['at'],
  options: RestoreOptions,
  { head, shapes, foot }: CheckedBackup,
  finish: (database: Database) => Promise<void>,
): Promise<readonly string[]> {
  const known = await namesOf(options.migrations);
  const ofBackup = head.migrations.flatMap((name) => known.get(name) ?? []);
  await withDatabase(at, ofBackup, async (database) => {
    await migrate(database);
    await refuseOtherColumns(at, shapes);
    const tables = new TableLoader(database);
    const uploads = new UploadLoader(options.dataDir);
    try {
      for await (const line of linesOfBackup(options.file)) {
        await tables.take(line);
        await uploads.take(line);
      }
    } finally {
      await uploads.close();
    }
  });
  await compare(at, foot.tables, options.onTable);
  return withDatabase(at, options.migrations, async (database) => {
    const added = await migrate(database);
    await finish(database);
    return added;
  });
}

/**
 * A file of its own, on the disk, with what is still in the write-ahead log. The one that was worked on cannot take
 * the name: this process may have it open for a while yet, and its log would not follow.
 */
async function writeOut(database: Database, path: string): Promise<void> {
  await database.schemaSource.query('VACUUM INTO ?', [path]);
  await syncFile(path);
}

async function withDatabase<T>(
  at: OpenOptions['at'],
  migrations: OpenOptions['migrations'],
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase({ at, migrations, jitter: () => 0.5 });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Migrations by the name that the table of the migrations knows them by. */
async function namesOf(
  migrations: OpenOptions['migrations'],
): Promise<ReadonlyMap<string, OpenOptions['migrations'][number]>> {
  return new Map(migrations.map((migration) => [new migration().name ?? migration.name, migration]));
}

/** A migration that was changed after its release would silently lose or lack a column. */
async function refuseOtherColumns(at: OpenOptions['at'], shapes: readonly TableShape[]): Promise<void> {
  const snapshot = await openSnapshot(at);
  try {
    const made = new Map(snapshot.shapes.map((shape) => [shape.table, shape]));
    for (const shape of shapes) {
      if (JSON.stringify(made.get(shape.table)) !== JSON.stringify(shape))
        throw new BackupRefused(
          `The table ${shape.table} of the backup has other columns than its migrations make: they were changed since.`,
        );
    }
  } finally {
    await snapshot.close();
  }
}

async function compare(
  at: OpenOptions['at'],
  wanted: readonly TableCount[],
  onTable: RestoreOptions['onTable'],
): Promise<void> {
  const snapshot = await openSnapshot(at);
  try {
    const shapes = new Map(snapshot.shapes.map((shape) => [shape.table, shape]));
    for (const count of wanted) {
      const shape = shapes.get(count.end);
      const found = shape === undefined ? undefined : await tallyTable(snapshot, shape);
      if (!isSameCount(count, found))
        throw new BackupRefused(
          `The table ${count.end} reads back as ${found?.rows ?? 0} rows with another hash than the backup's ${count.rows}.`,
        );
      onTable?.(count);
    }
  } finally {
    await snapshot.close();
  }
}
