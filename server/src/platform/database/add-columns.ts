import type { QueryRunner, TableColumn } from 'typeorm';
import { nameOfType } from './tables.ts';

/** A column that a table gets later. */
export interface AddedColumn {
  readonly column: TableColumn;
  /** SQL of what the rows that are there already get; needed unless the column may be null. */
  readonly fill?: string;
}

/**
 * Adds columns to a table that may have rows. A column that must not be null comes as a nullable one, is filled
 * and then closed, since no engine fills a column without leaving a default behind. Can be run again after having
 * been killed half-way.
 * @param fill of each column is code, never input
 */
export async function addColumns(
  runner: QueryRunner,
  table: string,
  added: readonly AddedColumn[],
): Promise<void> {
  for (const { column, fill } of added) {
    if (!(await runner.hasColumn(table, column.name))) {
      const open = column.clone();
      open.type = nameOfType(runner.dataSource.driver, column.type);
      open.isNullable = true;
      await runner.addColumn(table, open);
    }
    const found = (await runner.getTable(table))?.findColumnByName(column.name);
    if (found === undefined || column.isNullable || !found.isNullable) continue;
    if (fill === undefined) throw new Error(`nothing fills ${table}.${column.name}`);
    await runner.query(`UPDATE ${table} SET ${column.name} = ${fill} WHERE ${column.name} IS NULL`);
    const closed = found.clone();
    closed.isNullable = false;
    await runner.changeColumn(table, found, closed);
  }
}

/** Lets columns be null that were always filled. Can be run again after having been killed half-way. */
export async function openColumns(
  runner: QueryRunner,
  table: string,
  columns: readonly string[],
): Promise<void> {
  for (const column of columns) {
    const found = (await runner.getTable(table))?.findColumnByName(column);
    if (found === undefined) throw new Error(`no column ${table}.${column}`);
    if (found.isNullable) continue;
    const open = found.clone();
    open.isNullable = true;
    await runner.changeColumn(table, found, open);
  }
}
