import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Database } from './database.ts';

/**
 * Runs what is missing, each migration in a transaction of its own; says the names of those it ran. On a database
 * server through a connection of its own without an end to its waits: a migration may take as long as it needs.
 */
export async function migrate(
  database: Database,
  adminUrl: string | null = null,
): Promise<readonly string[]> {
  const { options } = database.schemaSource;
  if (options.type !== 'mysql' && options.type !== 'mariadb') return runOn(database.schemaSource);
  if (await isMigrated(database).catch(() => false)) return [];
  const unbounded = { ...options };
  Reflect.deleteProperty(unbounded, 'driver');
  const admin = new DataSource({ ...unbounded, ...(adminUrl === null ? {} : { url: adminUrl }) });
  await admin.initialize();
  try {
    return await runOn(admin);
  } finally {
    await admin.destroy();
  }
}

async function runOn(source: DataSource): Promise<readonly string[]> {
  const done = await source.runMigrations({ transaction: 'each' });
  return done.map(({ name }) => name);
}

const Rows = z.array(z.object({ name: z.string() }));

/** Whether every migration of this build is in. */
export async function isMigrated(database: Database): Promise<boolean> {
  const rows = Rows.parse(await database.read.query('SELECT name FROM migrations'));
  const done = new Set(rows.map(({ name }) => name));
  return database.schemaSource.migrations.every(({ name }) => name !== undefined && done.has(name));
}
