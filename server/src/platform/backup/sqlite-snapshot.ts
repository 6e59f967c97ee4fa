import { existsSync } from 'node:fs';
import Libsql from 'libsql';
import { z } from 'zod';
import { DatabaseMissing } from '../database/index.ts';
import type { Cell, TableShape } from './backup-lines.ts';
import { cellKindOf, cellOf } from './cells.ts';
import type { Snapshot } from './snapshot.ts';

const Names = z.array(z.object({ name: z.string() }));
const Columns = z.array(z.object({ name: z.string(), type: z.string(), pk: z.number() }));
const RawRow = z.array(z.unknown());

const quoted = (name: string): string => `"${name}"`;

/**
 * Opens a SQLite file read-only in one read transaction: in the write-ahead log a reader sees the moment of its
 * first look and holds back nobody.
 * @throws {DatabaseMissing} when the file is not there.
 */
export function openSqliteSnapshot(file: string): Snapshot {
  if (!existsSync(file)) throw new DatabaseMissing(file);
  const connection = new Libsql(file, { readonly: true });
  connection.exec('BEGIN');
  const read = (sql: string): unknown[] => connection.prepare(sql).all();
  const migrations = Names.parse(read('SELECT name FROM migrations ORDER BY timestamp, name'));
  const tables = Names.parse(
    read(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'migrations' ORDER BY name`,
    ),
  );
  const keys = new Map<string, readonly string[]>();
  const shapes = tables.map(({ name: table }): TableShape => {
    const columns = Columns.parse(read(`PRAGMA table_info(${quoted(table)})`));
    const key = columns.filter(({ pk }) => pk > 0).sort((one, other) => one.pk - other.pk);
    keys.set(
      table,
      key.map(({ name }) => name),
    );
    return {
      table,
      columns: columns
        .map(({ name, type }) => ({ name, kind: cellKindOf(table, name, type) }))
        .sort((one, other) => (one.name < other.name ? -1 : 1)),
    };
  });
  async function* rowsOf({ table, columns }: TableShape): AsyncGenerator<readonly Cell[]> {
    const names = columns.map(({ name }) => quoted(name)).join(', ');
    const order = (keys.get(table) ?? []).map(quoted).join(', ');
    const rows = connection
      .prepare(`SELECT ${names} FROM ${quoted(table)} ORDER BY ${order}`)
      .raw()
      .iterate();
    for (const row of rows) {
      const values = RawRow.parse(row);
      yield columns.map(({ name, kind }, index) => cellOf(table, name, kind, values[index]));
    }
  }
  return {
    engine: 'sqlite',
    migrations: migrations.map(({ name }) => name),
    shapes,
    rowsOf,
    close: async () => {
      // The connection may outlive its close until its statements are collected: it must not hold the moment.
      connection.exec('ROLLBACK');
      connection.close();
    },
  };
}
