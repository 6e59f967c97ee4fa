import type { EntityMetadata } from 'typeorm';
import type { Transaction } from './transaction.ts';

type ColumnMetadata = EntityMetadata['columns'][number];

/** Keeps a statement below SQLite's 32,766 parameters. */
const PARAMETERS_MAX = 30_000;
/** Longer statements gain nothing and cost their text. */
const ROWS_MAX = 500;

/**
 * Inserts many rows of an entity, all of which must be new. Written by hand since the query builder takes twice the
 * time, which counts where everybody is walked over.
 * @param rows values under the entity's property names; one that is absent is null
 * @param ending SQL after the values: what becomes of rows that are there already
 * @example
 * await insertRows(tx, MemberClock, [{ memberNo: 7, seq: 0 }]);
 */
export async function insertRows(
  { manager }: Transaction,
  entity: new () => object,
  rows: readonly object[],
  ending = '',
): Promise<void> {
  const { columns, tableName } = manager.connection.getMetadata(entity);
  const names = columns.map(({ databaseName }) => databaseName).join(', ');
  const marks = `(${columns.map(() => '?').join(', ')})`;
  const cells = columns.map(cellOf);
  const chunk = Math.min(ROWS_MAX, Math.floor(PARAMETERS_MAX / columns.length));
  for (let at = 0; at < rows.length; at += chunk) {
    const part = rows.slice(at, at + chunk);
    await manager.query(
      `INSERT INTO ${tableName} (${names}) VALUES ${part.map(() => marks).join(', ')} ${ending}`,
      part.flatMap((row) => cells.map((cell) => cell(row))),
    );
  }
}

function cellOf({ propertyName, transformer }: ColumnMetadata): (row: object) => unknown {
  const read = (row: object): unknown => Reflect.get(row, propertyName) ?? null;
  if (transformer === undefined) return read;
  const steps = [transformer].flat();
  return (row) => {
    const value = read(row);
    return value === null ? null : steps.reduce((each: unknown, step) => step.to(each), value);
  };
}
