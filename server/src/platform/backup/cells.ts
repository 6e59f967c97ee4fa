import { type Cell, CELL_KINDS } from './backup-lines.ts';
import { BackupRefused } from './backup-refused.ts';

export type CellKind = (typeof CELL_KINDS)[number];

const KIND_OF_TYPE: ReadonlyMap<string, CellKind> = new Map([
  ...['integer', 'int', 'bigint', 'smallint', 'tinyint', 'mediumint'].map(
    (type) => [type, 'integer'] as const,
  ),
  ...['real', 'double', 'float'].map((type) => [type, 'real'] as const),
  ...['varchar', 'char', 'text', 'mediumtext', 'longtext'].map((type) => [type, 'text'] as const),
]);

/**
 * What a column of a declared type such as `varchar(36)` holds.
 * @throws {BackupRefused} for a type that no column of the house has.
 */
export function cellKindOf(table: string, column: string, declared: string): CellKind {
  const kind = KIND_OF_TYPE.get(declared.toLowerCase().replace(/[ (].*$/, ''));
  if (kind === undefined)
    throw new BackupRefused(`The column ${table}.${column} is a ${declared}, which no backup can hold yet.`);
  return kind;
}

/**
 * A value of the driver as it is written.
 * @throws {BackupRefused} when the line could not give it back exactly.
 */
export function cellOf(table: string, column: string, kind: CellKind, value: unknown): Cell {
  if (value === null) return null;
  if (kind === 'text' && typeof value === 'string') return value;
  if (kind === 'integer' && Number.isSafeInteger(value)) return Number(value);
  if (kind === 'real' && typeof value === 'number' && Number.isFinite(value)) return value;
  throw new BackupRefused(
    `${table}.${column} holds a ${typeof value} that is no ${kind}: nothing was written.`,
  );
}
