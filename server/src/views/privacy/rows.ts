import type { EntityManager } from 'typeorm';
import { z } from 'zod';

/** Numbers of either engine: BIGINT may come as text. */
export const int = z.coerce.number().int();
export const maybeInt = int.nullable();
export const flag = z.coerce.number().transform((value) => value === 1);

/** The registrations of one person, for `IN (…)`; never empty. */
export type Numbers = readonly [number, ...number[]];

/** Marks for the numbers of a person. */
export function marks(numbers: Numbers): string {
  return numbers.map(() => '?').join(',');
}

/** The latest of some rows and how many there are in all. */
export interface Latest<Row> {
  readonly total: number;
  readonly entries: readonly Row[];
}

/** Runs a query and reads its rows by a schema. */
export async function readRows<Row>(
  manager: EntityManager,
  schema: z.ZodType<Row>,
  sql: string,
  values: readonly (string | number)[],
): Promise<Row[]> {
  const rows: unknown = await manager.query(sql, [...values]);
  return z.array(schema).parse(rows);
}

/** The same for a query whose rows carry `COUNT(*) OVER ()` as `total`. */
export async function readLatest<Row extends { readonly total: number }>(
  manager: EntityManager,
  schema: z.ZodType<Row>,
  sql: string,
  values: readonly (string | number)[],
): Promise<Latest<Row>> {
  const entries = await readRows(manager, schema, sql, values);
  return { total: entries[0]?.total ?? 0, entries };
}
