import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import {
  DataSource,
  type DataSourceOptions,
  type Logger,
  type MigrationInterface,
  type QueryRunner,
  Table,
} from 'typeorm';
import { heavyCheck } from '../../../tools/heavy-check.ts';
import '../app.module.ts';
import { migrations } from '../migrations/index.ts';
import { checkBackup, restoreBackup } from '../platform/backup/index.ts';
import { openSnapshot } from '../platform/backup/open-snapshot.ts';
import { col, openDatabase, type OpenOptions } from '../platform/database/index.ts';
import { breakStatements } from './break-statements.ts';
import { createEmptyPlace, describeOnEngines, type TestPlace } from './index.ts';

const check = heavyCheck('migration-kill');
/** Statements between two kills: each of them at full size, now and then one of them otherwise. */
const STRIDE_MAX = check.size === 'full' ? 1 : 16;
const WITHIN_MS = check.size === 'full' ? 900_000 : 240_000;
const WRITES = /^\s*(CREATE|ALTER|DROP|RENAME|INSERT|UPDATE|DELETE|REPLACE)/i;
/** A database of an earlier issue, with rows in all of its tables. */
const BACKUP = fileURLToPath(new URL('../../../e2e/upgrade/issue-b.siyu.gz', import.meta.url));

class Killed extends Error {}
/** TypeORM prints every migration that fails, and here nearly all of them do. */
const SILENT: Logger = {
  logQuery: () => undefined,
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
  log: () => undefined,
};

const atOf = (place: TestPlace): OpenOptions['at'] =>
  place.databaseUrl === null ? { file: join(place.dataDir, 'siyu.sqlite') } : { url: place.databaseUrl };

/** How the server opens its database. Migrations need no entities. */
async function optionsOf(at: OpenOptions['at'], run: OpenOptions['migrations']): Promise<DataSourceOptions> {
  const database = await openDatabase({ at, migrations: run, jitter: () => 0 });
  const { options } = database.schemaSource;
  await database.close();
  return { ...options, entities: [], logger: SILENT };
}

interface Kills {
  readonly kills: number;
  readonly statements: number;
}

/**
 * Runs the migrations as the server does at its start, and kills them again and again: each run gets a few
 * statements further than any before it and then dies. Ends with the run that reaches the end.
 * @param mode `each`: as the server does it; `none`: without the transaction around each migration
 */
async function migrateThroughKills(
  at: OpenOptions['at'],
  run: OpenOptions['migrations'],
  strideOf: () => number,
  mode: 'each' | 'none' = 'each',
): Promise<Kills> {
  const executed = new Set<string>();
  const options = await optionsOf(at, run);
  for (let kills = 0; ; kills += 1) {
    // A process that has just started: it remembers nothing.
    const process = await new DataSource(options).initialize();
    let left = strideOf();
    let isKilled = false;
    const restore = breakStatements(process, (sql) => {
      // Whoever is dead says no more, and a connection that is gone is rolled back by the database itself.
      if (isKilled) return sql === 'ROLLBACK' ? null : new Killed();
      if (!WRITES.test(sql) || executed.has(sql)) return null;
      if (left === 0) {
        isKilled = true;
        return new Killed();
      }
      left -= 1;
      executed.add(sql);
      return null;
    });
    try {
      await process.runMigrations({ transaction: mode });
      return { kills, statements: executed.size };
    } catch (error) {
      if (!isKilled) throw error;
    } finally {
      restore();
      await process.destroy();
    }
  }
}

/** Every row of every table, in the order of the keys. */
async function contentsOf(at: OpenOptions['at']): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const snapshot = await openSnapshot(at);
  try {
    const contents = new Map<string, readonly unknown[]>([['migrations', snapshot.migrations]]);
    for (const shape of snapshot.shapes) {
      const rows: unknown[] = [];
      for await (const row of snapshot.rowsOf(shape)) rows.push(row);
      contents.set(shape.table, [shape.columns, ...rows]);
    }
    return contents;
  } finally {
    await snapshot.close();
  }
}

async function schemaDifferences(at: OpenOptions['at']): Promise<readonly string[]> {
  const database = await openDatabase({ at, migrations, jitter: () => 0 });
  const { upQueries } = await database.schemaSource.driver.createSchemaBuilder().log();
  await database.close();
  return upQueries.map(({ query }) => query);
}

/** The backup as its own program had it: none of the migrations that came since. */
async function restoreOld(place: TestPlace): Promise<void> {
  const { head } = await checkBackup(BACKUP);
  const known = migrations.filter((migration) => head.migrations.includes(new migration().name ?? ''));
  expect(known.length).toBe(head.migrations.length);
  await restoreBackup({ file: BACKUP, at: atOf(place), dataDir: place.dataDir, migrations: known });
}

const toTheEnd = () => Number.POSITIVE_INFINITY;
/** Strides of 1 to `STRIDE_MAX`, the same for the same seed. */
function seededStrides(): () => number {
  let state = check.seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return 1 + ((state >>> 16) % STRIDE_MAX);
  };
}

const counts: Record<string, number> = {};
afterAll(() => check.record(counts));

describeOnEngines((engine) => {
  describe('a migration killed half-way', () => {
    it(
      'C-11 fault 22 can be run again after every statement: an empty database ends with the same tables',
      async () => {
        const place = await createEmptyPlace(engine);
        const found = await migrateThroughKills(atOf(place), migrations, seededStrides());
        expect(found.kills).toBeGreaterThanOrEqual(Math.floor(found.statements / STRIDE_MAX) - 1);
        expect(await schemaDifferences(atOf(place))).toEqual([]);
        counts[`${engine}_empty_kills`] = found.kills;
        counts[`${engine}_empty_statements`] = found.statements;
        await place.release();
      },
      WITHIN_MS,
    );

    it(
      'C-11 fault 22 can be run again after every statement: a database of an earlier issue ends with the same rows',
      async () => {
        const [calm, killed] = [await createEmptyPlace(engine), await createEmptyPlace(engine)];
        await restoreOld(calm);
        await migrateThroughKills(atOf(calm), migrations, toTheEnd);
        await restoreOld(killed);
        const found = await migrateThroughKills(atOf(killed), migrations, seededStrides());
        expect(found.kills).toBeGreaterThan(3);
        const [wanted, ended] = [await contentsOf(atOf(calm)), await contentsOf(atOf(killed))];
        expect(wanted.size).toBeGreaterThan(40);
        for (const [name, rows] of wanted) expect({ name, rows: ended.get(name) }).toEqual({ name, rows });
        expect(await schemaDifferences(atOf(killed))).toEqual([]);
        counts[`${engine}_filled_kills`] = found.kills;
        counts[`${engine}_filled_statements`] = found.statements;
        await calm.release();
        await killed.release();
      },
      WITHIN_MS,
    );

    it('C-11 fault 22 control: a migration that does not look what is there already is found', async () => {
      const place = await createEmptyPlace(engine);
      // SQLite undoes a half migration with its transaction; without one it is as bare as MariaDB, whose DDL commits.
      const mode = engine === 'sqlite' ? 'none' : 'each';
      await expect(migrateThroughKills(atOf(place), [Careless], () => 1, mode)).rejects.toThrow(/exists/);
      await place.release();
    });
  });
});

/** Makes two tables and asks of neither whether a killed run has made it. */
class Careless implements MigrationInterface {
  readonly name = 'careless-0000000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const name of ['careless_first', 'careless_second'])
      await runner.createTable(new Table({ name, columns: [columnFor(runner)] }));
  }

  async down(): Promise<void> {}
}

function columnFor(runner: QueryRunner) {
  const column = col.count('n', { primary: true });
  column.type = runner.dataSource.driver.normalizeType({ type: 'int' });
  return column;
}
