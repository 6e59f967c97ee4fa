import type { EntityManager } from 'typeorm';
import type { Fragment } from './joint-read.ts';

/**
 * Rows of an entity, those that meet a condition, in no order. Written by hand since the repository takes several
 * times as long to say the same, which counts where everybody is walked over.
 * @param where a condition over the table's own columns
 * @example
 * await selectRows(manager, MemberClock, among('member_no', [7, 8]));
 */
export async function selectRows<Row extends object>(
  manager: EntityManager,
  entity: new () => Row,
  where: Fragment,
): Promise<Row[]> {
  const { columns, tableName } = manager.connection.getMetadata(entity);
  const names = columns.map(({ databaseName, propertyName }) => `${databaseName} AS ${propertyName}`);
  const rows: Row[] = await manager.query(`SELECT ${names.join(', ')} FROM ${tableName} WHERE ${where.sql}`, [
    ...where.values,
  ]);
  for (const { propertyName, transformer } of columns) {
    if (transformer === undefined) continue;
    const steps = [transformer].flat().reverse();
    for (const row of rows) {
      const stored: unknown = Reflect.get(row, propertyName);
      Reflect.set(
        row,
        propertyName,
        steps.reduce((value: unknown, step) => step.from(value), stored),
      );
    }
  }
  return rows;
}

/** A condition: the column holds one of the values, of which there is at least one. */
export function among(column: string, values: readonly (string | number)[]): Fragment {
  return { sql: `${column} IN (${values.map(() => '?').join(',')})`, values };
}
