import type { EntityMetadata } from 'typeorm';
import type { Transaction } from './transaction.ts';

type ColumnMetadata = EntityMetadata['columns'][number];

/** Keeps a statement below SQLite's 32,766 parameters. */
const PARAMETERS_MAX = 30_000;

/**
 * Inserts rows of an entity; of those whose key is there already the named properties are rewritten. Written by
 * hand since the query builder takes twice the time, which counts where everybody is walked over.
 * @param rows values under the entity's property names; one that is absent is null
 * @param rewritten properties; by default all but the key
 * @example
 * await upsertRows(tx, ScoringHead, [{ memberNo: 7, seq: 3, asOf: 20_781, scoredAt: 0 }]);
 */
export async function upsertRows(
  { manager }: Transaction,
  entity: new () => object,
  rows: readonly object[],
  rewritten?: readonly string[],
): Promise<void> {
  const { columns, primaryColumns, tableName } = manager.connection.getMetadata(entity);
  const isSqlite = manager.connection.options.type === 'better-sqlite3';
  const changed = columns.filter((column) =>
    rewritten === undefined ? !column.isPrimary : rewritten.includes(column.propertyName),
  );
  const sets = changed.map(({ databaseName }) =>
    isSqlite ? `${databaseName} = excluded.${databaseName}` : `${databaseName} = VALUES(${databaseName})`,
  );
  const onConflict = isSqlite
    ? `ON CONFLICT (${namesOf(primaryColumns)}) DO UPDATE SET`
    : 'ON DUPLICATE KEY UPDATE';
  const marks = `(${columns.map(() => '?').join(', ')})`;
  const chunk = Math.floor(PARAMETERS_MAX / columns.length);
  for (let at = 0; at < rows.length; at += chunk) {
    const part = rows.slice(at, at + chunk);
    await manager.query(
      `INSERT INTO ${tableName} (${namesOf(columns)}) VALUES ${part.map(() => marks).join(', ')} ${onConflict} ${sets.join(', ')}`,
      part.flatMap((row) => columns.map((column) => stored(column, row))),
    );
  }
}

function namesOf(columns: readonly ColumnMetadata[]): string {
  return columns.map(({ databaseName }) => databaseName).join(', ');
}

function stored({ propertyName, transformer }: ColumnMetadata, row: object): unknown {
  const value: unknown = Reflect.get(row, propertyName) ?? null;
  if (transformer === undefined || value === null) return value;
  return [transformer].flat().reduce((each: unknown, one) => one.to(each), value);
}
