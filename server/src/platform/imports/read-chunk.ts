import { readCsvLines, splitCsvLine } from '../csv/index.ts';
import type { ImportLine, Refusal } from './import-kind.ts';

/** What a line of a file turned out to be. */
export interface ChunkLine {
  readonly number: number;
  readonly text: string;
  readonly content: ImportLine | Refusal;
}

export interface Chunk {
  readonly lines: readonly ChunkLine[];
  /** Bytes of these lines, blank ones included. */
  readonly bytes: number;
  readonly linesRead: number;
  readonly isLast: boolean;
}

/** Lines are small; a file full of long ones is taken in smaller chunks, so that memory stays bounded. */
const CHUNK_BYTES_MAX = 1 << 20;

/**
 * Reads the next lines of a file.
 * @param stream from where the next line begins
 * @param header columns in the order of the file
 * @param afterLine number of the last line that was read
 */
export async function readChunk(
  stream: AsyncIterable<Uint8Array>,
  header: readonly string[],
  afterLine: number,
  linesMax: number,
): Promise<Chunk> {
  const lines: ChunkLine[] = [];
  let number = afterLine;
  let bytes = 0;
  for await (const { text, end, fault } of readCsvLines(stream, false)) {
    number += 1;
    bytes = end;
    if (fault !== null) lines.push({ number, text, content: { verdict: 'refused', code: FAULTS[fault] } });
    else if (text.trim() !== '') lines.push({ number, text, content: contentOf(text, header, number) });
    if (lines.length === linesMax || bytes >= CHUNK_BYTES_MAX) {
      return { lines, bytes, linesRead: number - afterLine, isLast: false };
    }
  }
  return { lines, bytes, linesRead: number - afterLine, isLast: true };
}

const FAULTS = { not_utf8: 'imports.not_utf8', too_long: 'imports.line_too_long' } as const;

function contentOf(text: string, header: readonly string[], number: number): ImportLine | Refusal {
  const fields = splitCsvLine(text);
  if (fields === null) return { verdict: 'refused', code: 'imports.broken_quotes' };
  if (fields.length !== header.length) {
    const details = { found: fields.length, expected: header.length };
    return { verdict: 'refused', code: 'imports.wrong_columns', details };
  }
  const cells = Object.fromEntries(header.map((name, at) => [name, (fields[at] ?? '').trim()]));
  return { number, cells };
}
