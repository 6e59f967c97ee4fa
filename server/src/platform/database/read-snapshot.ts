import { existsSync } from 'node:fs';
import Libsql from 'libsql';
import { DataSource, type EntityManager, getMetadataArgsStorage } from 'typeorm';
import { SnakeNaming } from './naming.ts';
import type { OpenOptions } from './open.ts';

/** Said when there is no database file to read. */
export class DatabaseMissing extends Error {
  constructor(file: string) {
    super(`There is no database at ${file}: start the server once, or set SIYU_DATA_DIR or DATABASE_URL.`);
    this.name = 'DatabaseMissing';
  }
}

/**
 * Reads a database as it stands at one moment, beside a server that goes on writing: a read-only connection of
 * its own, one transaction, no lock.
 * @throws {DatabaseMissing} when the file is not there; nothing is created.
 */
export async function readSnapshot<T>(
  at: OpenOptions['at'],
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  const source = sourceAt(at);
  await source.initialize();
  const runner = source.createQueryRunner();
  try {
    await ('url' in at ? runner.startTransaction('REPEATABLE READ') : runner.query('BEGIN'));
    return await work(runner.manager);
  } finally {
    await runner.query('ROLLBACK').catch(() => undefined);
    await runner.release();
    await source.destroy();
  }
}

function sourceAt(at: OpenOptions['at']): DataSource {
  const common = {
    namingStrategy: new SnakeNaming(),
    entities: getMetadataArgsStorage().tables.flatMap(({ target }) =>
      typeof target === 'function' ? [target] : [],
    ),
  };
  if ('url' in at) {
    const url = at.url.replace(/^mariadb:/, 'mysql:');
    const numbers = { supportBigNumbers: true, bigNumberStrings: false } as const;
    return new DataSource({
      ...common,
      ...numbers,
      type: 'mysql',
      url,
      charset: 'utf8mb4_bin',
      timezone: 'Z',
    });
  }
  if (!existsSync(at.file)) throw new DatabaseMissing(at.file);
  return new DataSource({
    ...common,
    type: 'better-sqlite3',
    database: at.file,
    driver: Libsql,
    readonly: true,
  });
}
