import { isUtf8 } from 'node:buffer';

/** A line longer than this is a fault: no file can make the memory grow by leaving its line ends out. */
export const LINE_BYTES_MAX = 1 << 16;
const LF = 0x0a;
const CR = 0x0d;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

export type LineFault = 'not_utf8' | 'too_long';

export interface CsvLine {
  /** Without its line end; the beginning only when the line is too long. */
  readonly text: string;
  /** Where the next line begins, bytes from the start of the stream. */
  readonly end: number;
  readonly fault: LineFault | null;
}

/**
 * Lines of a UTF-8 stream, one by one in bounded memory. A byte-order mark at the very start is skipped, LF and
 * CRLF both end a line, and a last line needs no end.
 * @param isStart whether the stream begins where the file does
 */
export async function* readCsvLines(
  stream: AsyncIterable<Uint8Array>,
  isStart: boolean,
): AsyncGenerator<CsvLine> {
  let kept: Buffer = Buffer.alloc(0);
  let keptFrom = 0;
  // Of a line that is too long only the beginning is kept while its end is looked for.
  let skipped: Buffer | null = null;
  let isFirst = isStart;
  const lineOf = (bytes: Buffer, end: number): CsvLine => {
    const line = toLine(skipped ?? bytes, end, isFirst, skipped !== null || bytes.length > LINE_BYTES_MAX);
    isFirst = false;
    skipped = null;
    return line;
  };
  for await (const chunk of stream) {
    const data = kept.length === 0 ? Buffer.from(chunk) : Buffer.concat([kept, chunk]);
    let start = 0;
    for (let end = data.indexOf(LF, kept.length); end !== -1; end = data.indexOf(LF, start)) {
      yield lineOf(data.subarray(start, end), keptFrom + end + 1);
      start = end + 1;
    }
    kept = data.subarray(start);
    keptFrom += start;
    if (kept.length <= LINE_BYTES_MAX) continue;
    skipped ??= Buffer.from(kept.subarray(0, HEAD_BYTES));
    keptFrom += kept.length;
    kept = Buffer.alloc(0);
  }
  if (kept.length > 0 || skipped !== null) yield lineOf(kept, keptFrom + kept.length);
}

const HEAD_BYTES = 200;

function toLine(bytes: Buffer, end: number, isFirst: boolean, isTooLong: boolean): CsvLine {
  if (isTooLong) return { text: bytes.toString('utf8', 0, HEAD_BYTES), end, fault: 'too_long' };
  const last = bytes.length > 0 && bytes[bytes.length - 1] === CR ? bytes.length - 1 : bytes.length;
  const first = isFirst && bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
  const text = bytes.toString('utf8', first, last);
  // Decoding replaces what is not UTF-8, and two ids could become one; the slow check is rarely needed.
  const isBroken = text.includes('\uFFFD') && !isUtf8(bytes.subarray(first, last));
  return { text, end, fault: isBroken ? 'not_utf8' : null };
}
