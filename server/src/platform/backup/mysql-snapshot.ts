import mysql2 from 'mysql2';
import { z } from 'zod';
import type { Cell, TableShape } from './backup-lines.ts';
import { cellKindOf, cellOf } from './cells.ts';
import type { Snapshot } from './snapshot.ts';

const Names = z.array(z.object({ name: z.string() }));
const Columns = z.array(z.object({ table: z.string(), name: z.string(), type: z.string() }));
const Keys = z.array(z.object({ table: z.string(), name: z.string() }));
const RawRow = z.array(z.unknown());

const quoted = (name: string): string => `\`${name}\``;

/** Opens a MySQL-compatible database in one read-only transaction with a consistent snapshot; no lock is taken. */
export async function openMysqlSnapshot(url: string): Promise<Snapshot> {
  const connection = mysql2.createConnection({
    uri: url.replace(/^mariadb:/, 'mysql:'),
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    supportBigNumbers: true,
    bigNumberStrings: false,
    connectTimeout: 5_000,
  });
  const client = connection.promise();
  const read = async (sql: string): Promise<unknown> => (await client.query(sql))[0];
  const close = async (): Promise<void> => client.end();
  try {
    await read('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    await read('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY');
    const migrations = Names.parse(await read('SELECT name FROM migrations ORDER BY timestamp, name'));
    const columns = Columns.parse(
      await read(
        `SELECT table_name AS \`table\`, column_name AS name, data_type AS type FROM information_schema.columns
          WHERE table_schema = DATABASE() AND table_name <> 'migrations' ORDER BY table_name, column_name`,
      ),
    );
    const keys = Keys.parse(
      await read(
        `SELECT table_name AS \`table\`, column_name AS name FROM information_schema.statistics
          WHERE table_schema = DATABASE() AND index_name = 'PRIMARY' ORDER BY table_name, seq_in_index`,
      ),
    );
    const tables = [...new Set(columns.map(({ table }) => table))].sort();
    const shapes = tables.map((table): TableShape => {
      const own = columns.filter((column) => column.table === table);
      return {
        table,
        columns: own
          .map(({ name, type }) => ({ name, kind: cellKindOf(table, name, type) }))
          .sort((one, other) => (one.name < other.name ? -1 : 1)),
      };
    });
    async function* rowsOf({ table, columns: wanted }: TableShape): AsyncGenerator<readonly Cell[]> {
      const names = wanted.map(({ name }) => quoted(name)).join(', ');
      const order = keys.filter((key) => key.table === table).map(({ name }) => quoted(name));
      const sql = `SELECT ${names} FROM ${quoted(table)} ORDER BY ${order.join(', ')}`;
      const rows: AsyncIterable<unknown> = connection
        .query({ sql, rowsAsArray: true })
        .stream({ highWaterMark: 500 });
      for await (const row of rows) {
        const values = RawRow.parse(row);
        yield wanted.map(({ name, kind }, index) => cellOf(table, name, kind, values[index]));
      }
    }
    return { engine: 'mysql', migrations: migrations.map(({ name }) => name), shapes, rowsOf, close };
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
}
