import { readCsvLines, splitCsvLine } from '../csv/index.ts';
import type { ImportKind } from './import-kind.ts';
import { headerMissing, headerUnexpected, headerUnreadable } from './imports.errors.ts';

export interface FileHeader {
  /** Columns in the order of the file. */
  readonly columns: readonly string[];
  /** Where the second line begins, bytes. */
  readonly end: number;
}

/**
 * Reads the first line of a file and holds it against what its kind wants.
 * @throws {AppError} imports.header_unreadable, imports.header_missing or imports.header_unexpected
 */
export async function readHeader(
  stream: AsyncIterable<Uint8Array>,
  kind: Pick<ImportKind, 'required' | 'optional'>,
): Promise<FileHeader> {
  for await (const line of readCsvLines(stream, true)) {
    const columns = line.fault === null ? splitCsvLine(line.text)?.map((name) => name.trim()) : undefined;
    if (columns === undefined || new Set(columns).size !== columns.length) break;
    const missing = kind.required.filter((name) => !columns.includes(name));
    if (missing.length > 0) throw headerMissing(missing);
    const unexpected = columns.filter(
      (name) => !kind.required.includes(name) && !kind.optional.includes(name),
    );
    if (unexpected.length > 0) throw headerUnexpected(unexpected.map((name) => name.slice(0, 40)));
    return { columns, end: line.end };
  }
  throw headerUnreadable();
}
