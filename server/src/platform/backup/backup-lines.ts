import { z } from 'zod';
import { BackupRefused } from './backup-refused.ts';

/**
 * A backup is gzip over lines of JSON, in this order: a head; per table its shape, its rows as arrays and an end
 * with count and hash; per uploaded file a head and its bytes; a foot that repeats every count and hash and covers
 * the lines before it. It says nothing of the engine that its reader would need to know: what was written from
 * SQLite is read into MariaDB and the other way round.
 */
export const FORMAT_VERSION = 1;

const Name = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.int().nonnegative();

export const CELL_KINDS = ['integer', 'real', 'text'] as const;
const Shape = z.object({
  table: Name,
  /** In the order of their names, so that both engines give the same lines. */
  columns: z.array(z.object({ name: Name, kind: z.enum(CELL_KINDS) })).min(1),
});
export type TableShape = z.infer<typeof Shape>;
export type Cell = number | string | null;
const Row = z.array(z.union([z.number(), z.string(), z.null()]));

const Head = z.object({
  siyuBackup: z.literal(FORMAT_VERSION),
  madeAt: z.iso.datetime(),
  engine: z.enum(['sqlite', 'mysql']),
  /** Names of the migrations that had been run. */
  migrations: z.array(z.string()).min(1),
  hasFiles: z.boolean(),
});
export type BackupHead = z.infer<typeof Head>;

const TableEnd = z.object({ end: Name, rows: Count, sha256: Sha256 });
export type TableCount = z.infer<typeof TableEnd>;
const FileHead = z.object({ file: Sha256, bytes: Count });
const FilePart = z.object({ part: z.base64() });
const FileEnd = z.object({ endFile: Sha256 });
const Foot = z.object({
  complete: z.literal(true),
  tables: z.array(TableEnd),
  files: Count,
  fileBytes: Count,
  /** Over every line before this one. */
  sha256: Sha256,
});
export type BackupFoot = z.infer<typeof Foot>;

export type BackupLine =
  | { readonly kind: 'head'; readonly head: BackupHead }
  | { readonly kind: 'table'; readonly shape: TableShape }
  | { readonly kind: 'row'; readonly row: readonly Cell[] }
  | { readonly kind: 'end'; readonly end: TableCount }
  | { readonly kind: 'file'; readonly sha256: string; readonly bytes: number }
  | { readonly kind: 'part'; readonly bytes: Uint8Array }
  | { readonly kind: 'endFile'; readonly sha256: string }
  | { readonly kind: 'foot'; readonly foot: BackupFoot };

/**
 * Reads one line.
 * @throws {BackupRefused} when it is none of the kinds.
 */
export function parseLine(text: string, lineNo: number): BackupLine {
  const value = parseJson(text, lineNo);
  if (Array.isArray(value)) return { kind: 'row', row: checked(Row, value, lineNo) };
  const has = (key: string): boolean => typeof value === 'object' && value !== null && key in value;
  if (has('siyuBackup')) return { kind: 'head', head: checked(Head, value, lineNo) };
  if (has('table')) return { kind: 'table', shape: checked(Shape, value, lineNo) };
  if (has('end')) return { kind: 'end', end: checked(TableEnd, value, lineNo) };
  if (has('file')) {
    const { file, bytes } = checked(FileHead, value, lineNo);
    return { kind: 'file', sha256: file, bytes };
  }
  if (has('part'))
    return { kind: 'part', bytes: Buffer.from(checked(FilePart, value, lineNo).part, 'base64') };
  if (has('endFile')) return { kind: 'endFile', sha256: checked(FileEnd, value, lineNo).endFile };
  return { kind: 'foot', foot: checked(Foot, value, lineNo) };
}

function parseJson(text: string, lineNo: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BackupRefused(`This is no backup, or a damaged one: line ${lineNo} cannot be read.`);
  }
}

function checked<T>(schema: z.ZodType<T>, value: unknown, lineNo: number): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new BackupRefused(
    `This is no backup of format ${FORMAT_VERSION}, or a damaged one: line ${lineNo} has another shape.`,
  );
}
