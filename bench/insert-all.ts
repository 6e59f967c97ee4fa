import type { Store, Value } from './store.ts';

const ROWS_AT_ONCE = 500;

/** Puts rows into a table, some hundred a statement. */
export async function insertAll(
  { query }: Store,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Value[])[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const part = rows.slice(at, at + ROWS_AT_ONCE);
    await query(insertText(table, columns, part.length), part.flat());
  }
}

/** An INSERT of so many rows with a mark for each value. */
export function insertText(table: string, columns: readonly string[], rows: number): string {
  const marks = `(${columns.map(() => '?').join(', ')})`;
  const values = Array.from({ length: rows }, () => marks).join(', ');
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${values}`;
}
