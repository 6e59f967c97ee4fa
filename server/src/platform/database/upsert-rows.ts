import { insertRows } from './insert-rows.ts';
import type { Transaction } from './transaction.ts';

/**
 * Inserts rows of an entity; of those whose key is there already the named properties are rewritten.
 * @param rows values under the entity's property names; one that is absent is null
 * @param rewritten properties; by default all but the key
 * @example
 * await upsertRows(tx, ScoringHead, [{ memberNo: 7, seq: 3, asOf: 20_781, scoredAt: 0 }]);
 */
export async function upsertRows(
  tx: Transaction,
  entity: new () => object,
  rows: readonly object[],
  rewritten?: readonly string[],
): Promise<void> {
  const { connection } = tx.manager;
  const { columns, primaryColumns } = connection.getMetadata(entity);
  const isSqlite = connection.options.type === 'better-sqlite3';
  const changed = columns.filter((column) =>
    rewritten === undefined ? !column.isPrimary : rewritten.includes(column.propertyName),
  );
  const sets = changed.map(({ databaseName }) =>
    isSqlite ? `${databaseName} = excluded.${databaseName}` : `${databaseName} = VALUES(${databaseName})`,
  );
  const key = primaryColumns.map(({ databaseName }) => databaseName).join(', ');
  const onConflict = isSqlite ? `ON CONFLICT (${key}) DO UPDATE SET` : 'ON DUPLICATE KEY UPDATE';
  await insertRows(tx, entity, rows, `${onConflict} ${sets.join(', ')}`);
}
