import { randomUUID } from 'node:crypto';
import { insertAll } from './insert-all.ts';
import { type Phone, signIn } from './phones.ts';
import type { Row, Store, Value } from './store.ts';

/** Signs in everybody of a demo firm who agreed to the service and is nobody else's second registration. */
export async function signInDemoFirm(store: Store): Promise<readonly Phone[]> {
  const members = await store.query(
    `SELECT member_no AS memberNo FROM current_consents WHERE purpose = 'SERVICE' AND is_granted = 1
       AND member_no NOT IN (SELECT member_no FROM member_restrictions WHERE lifted_at IS NULL)
       AND member_no NOT IN (SELECT member_no FROM member_links WHERE valid_to IS NULL) ORDER BY member_no`,
  );
  return signIn(
    store,
    members.map((row) => Number(row['memberNo'])),
  );
}

/** Publishes every lesson so many times more, each time on a path of its own; for a server that is not running. */
export async function multiplyLessons(store: Store, copies: number): Promise<void> {
  const versions = await store.query("SELECT * FROM lesson_versions WHERE state = 'PUBLISHED'");
  const lessons = new Map((await store.query('SELECT * FROM lessons')).map((row) => [row['lesson_id'], row]));
  for (let copy = 1; copy <= copies; copy += 1) {
    const ids = new Map(versions.map((row) => [row['lesson_id'], randomUUID()]));
    const copied = (row: Row): Row => ({ ...row, lesson_id: ids.get(row['lesson_id']) });
    await insertRows(
      store,
      'lessons',
      [...lessons.values()].filter((row) => ids.has(row['lesson_id'])).map(copied),
    );
    await insertRows(
      store,
      'lesson_versions',
      versions.map((row) => ({ ...copied(row), path_code: `${String(row['path_code'])}-${copy}` })),
    );
  }
}

async function insertRows(store: Store, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const valueOf = (value: unknown): Value => {
    if (value === null || typeof value === 'number' || typeof value === 'string') return value;
    throw new TypeError(`a cell of ${table} is neither text nor a number`);
  };
  await insertAll(
    store,
    table,
    columns,
    rows.map((row) => columns.map((column) => valueOf(row[column]))),
  );
}
