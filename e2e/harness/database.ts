import { createRequire } from 'node:module';
import { createConnection } from 'mysql2/promise';

export type Rows = readonly Readonly<Record<string, unknown>>[];

/** The server's database seen from outside, without the server's code: read only. */
export interface DatabaseView {
  query(sql: string, parameters?: readonly (string | number)[]): Promise<Rows>;
  close(): Promise<void>;
}

interface Sqlite {
  prepare(sql: string): { all(...parameters: readonly (string | number)[]): Rows };
  close(): void;
}

export function openSqlite(file: string): DatabaseView {
  const Driver = createRequire(import.meta.url)('libsql') as new (
    path: string,
    options: { readonly: boolean },
  ) => Sqlite;
  const database = new Driver(file, { readonly: true });
  return {
    query: async (sql, parameters = []) => database.prepare(sql).all(...parameters),
    close: async () => database.close(),
  };
}

export async function openMysql(url: string): Promise<DatabaseView> {
  const connection = await createConnection(url);
  return {
    query: async (sql, parameters = []) => (await connection.query(sql, [...parameters]))[0] as Rows,
    close: () => connection.end(),
  };
}
