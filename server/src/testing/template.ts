import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createConnection } from 'mysql2/promise';
import { z } from 'zod';
import { migrations } from '../migrations/index.ts';
import { type Database, migrate, openDatabase } from '../platform/database/index.ts';
import { mariaDbUrl } from './engines.ts';

// Specs of many processes share one template per state of the migrations.
const sources = ['../migrations', '../platform/database', '.'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

async function templateFolder(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of sources) {
    for (const name of (await readdir(folder)).sort()) {
      if (name.endsWith('.ts') && !name.endsWith('.spec.ts')) hash.update(await readFile(join(folder, name)));
    }
  }
  const folder = join(tmpdir(), `siyu-test-template-${hash.digest('hex').slice(0, 16)}`);
  await mkdir(folder, { recursive: true });
  return folder;
}

/** Makes a file once, though many processes ask at the same time: each writes its own and the rename decides. */
async function madeOnce(name: string, make: (temporary: string) => Promise<void>): Promise<string> {
  const folder = await templateFolder();
  const file = join(folder, name);
  if (existsSync(file)) return file;
  const temporary = join(folder, `${randomUUID()}.${name}`);
  await make(temporary);
  await rename(temporary, file);
  return file;
}

async function migrateAt(at: { file: string } | { url: string }): Promise<Database> {
  const database = await openDatabase({ at, migrations, jitter: () => 0 });
  await migrate(database);
  return database;
}

/** Puts a migrated, empty database at `file`. */
export async function copySqlite(file: string): Promise<void> {
  const template = await madeOnce('siyu.sqlite', async (temporary) => {
    const database = await migrateAt({ file: temporary });
    // What is still in the write-ahead log would be left behind by the copy.
    await database.schemaSource.query('PRAGMA wal_checkpoint(TRUNCATE)');
    await database.close();
    await rm(`${temporary}.lock`, { force: true });
  });
  await copyFile(template, file);
}

const NamedTable = z.object({ name: z.string() });
const Ddl = z.array(z.string());

/** Makes a migrated, empty database on the MariaDB of the run and answers its URL and how to drop it. */
export async function copyMariaDb(): Promise<{ url: string; drop: () => Promise<void> }> {
  const template = await madeOnce('mariadb.json', async (temporary) => {
    const made = await createDatabase();
    const database = await migrateAt({ url: made.url });
    await writeFile(temporary, JSON.stringify(await dump(database)));
    await database.close();
    await made.drop();
  });
  const statements = Ddl.parse(JSON.parse(await readFile(template, 'utf8')));
  const made = await createDatabase();
  const connection = await createConnection({ uri: made.url, multipleStatements: true });
  await connection.query(statements.join(';\n'));
  await connection.end();
  return made;
}

/** Makes a database without a table on the MariaDB of the run. */
export async function createDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  if (mariaDbUrl === null) throw new Error('SIYU_TEST_MARIADB names no running MariaDB');
  const root = mariaDbUrl;
  const name = `siyu_${randomUUID().replaceAll('-', '')}`;
  const run = async (sql: string) => {
    const connection = await createConnection(root);
    await connection.query(sql);
    await connection.end();
  };
  await run(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  return { url: new URL(name, root).href, drop: () => run(`DROP DATABASE ${name}`) };
}

/** The statements that make the same tables and remember the same migrations. */
async function dump(database: Database): Promise<readonly string[]> {
  const tables = z
    .array(NamedTable)
    .parse(
      await database.read.query(
        'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY 1',
      ),
    );
  const statements: string[] = [];
  for (const { name } of tables) {
    const [row] = z
      .array(z.object({ 'Create Table': z.string() }))
      .parse(await database.read.query(`SHOW CREATE TABLE \`${name}\``));
    if (row !== undefined) statements.push(row['Create Table']);
  }
  const done = z
    .array(z.object({ timestamp: z.number(), name: z.string() }))
    .parse(await database.read.query('SELECT timestamp, name FROM migrations ORDER BY id'));
  const inserts = done.map(
    ({ timestamp, name }) => `INSERT INTO migrations (timestamp, name) VALUES (${timestamp}, '${name}')`,
  );
  return [...statements, ...inserts];
}
