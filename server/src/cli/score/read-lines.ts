import { isUtf8 } from 'node:buffer';
import { open, type FileHandle } from 'node:fs/promises';
import { fileFault, ScoreFault } from './score-fault.ts';

/** A line longer than this is a reject: no file can make the memory grow by leaving its line ends out. */
const LINE_BYTES_MAX = 1 << 20;
/** Small portions die young: a bigger one only makes the collector keep more lines at a time. */
const PORTION_BYTES = 1 << 16;
const LF = 0x0a;
const CR = 0x0d;

export interface Line {
  /** 1 is the first line of the file. */
  readonly number: number;
  /** Without LF or CRLF; the beginning only when the line is too long. */
  readonly text: string;
  readonly fault: 'not UTF-8' | 'longer than 1 MiB' | null;
}

export interface Portion {
  readonly lines: readonly Line[];
  readonly bytesRead: number;
  /** Size of the file; 0 when it is a pipe. */
  readonly bytesTotal: number;
}

/**
 * Reads a UTF-8 file in portions of 64 KiB through one buffer. A byte-order mark is skipped, LF and
 * CRLF both end a line, and a last line needs no end.
 */
export async function* readLines(path: string): AsyncGenerator<Portion> {
  let file: FileHandle;
  try {
    file = await open(path, 'r');
  } catch (error) {
    throw fileFault('read', path, error);
  }
  try {
    const { size } = await file.stat();
    yield* portions(file, size, path);
  } finally {
    await file.close();
  }
}

async function* portions(file: FileHandle, bytesTotal: number, path: string): AsyncGenerator<Portion> {
  const buffer = Buffer.allocUnsafe(LINE_BYTES_MAX + 1);
  let kept = 0;
  let number = 0;
  let bytesRead = 0;
  let isSkipping = false;
  for (;;) {
    const read = await readInto(file, buffer, kept, path);
    const filled = kept + read;
    if (bytesRead === 0) refuseOtherEncodings(buffer.subarray(0, filled), path);
    bytesRead += read;
    const data = buffer.subarray(0, filled);
    const lines: Line[] = [];
    let start = 0;
    for (let end = data.indexOf(LF, kept); end !== -1; end = data.indexOf(LF, start)) {
      if (isSkipping) isSkipping = false;
      else lines.push(toLine(buffer, start, end, ++number));
      start = end + 1;
    }
    kept = filled - start;
    if (read === 0) {
      if (kept > 0 && !isSkipping) lines.push(toLine(buffer, start, filled, ++number));
      yield { lines, bytesRead, bytesTotal };
      return;
    }
    buffer.copyWithin(0, start, filled);
    if (kept > LINE_BYTES_MAX || isSkipping) {
      if (!isSkipping)
        lines.push({ number: ++number, text: buffer.toString('utf8', 0, 200), fault: 'longer than 1 MiB' });
      isSkipping = true;
      kept = 0;
    }
    yield { lines, bytesRead, bytesTotal };
  }
}

async function readInto(file: FileHandle, buffer: Buffer, at: number, path: string): Promise<number> {
  try {
    return (await file.read(buffer, at, Math.min(PORTION_BYTES, buffer.length - at))).bytesRead;
  } catch (error) {
    throw fileFault('read', path, error);
  }
}

function toLine(buffer: Buffer, start: number, end: number, number: number): Line {
  const last = end > start && buffer[end - 1] === CR ? end - 1 : end;
  const hasMark = number === 1 && buffer.subarray(start, start + 3).equals(BYTE_ORDER_MARK);
  const first = hasMark ? start + 3 : start;
  const text = buffer.toString('utf8', first, last);
  // Decoding replaces what is not UTF-8, and two customers could become one; the slow check is rarely needed.
  const isBroken = text.includes('\uFFFD') && !isUtf8(buffer.subarray(first, last));
  return { number, text, fault: isBroken ? 'not UTF-8' : null };
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

function refuseOtherEncodings(head: Buffer, path: string): void {
  const [first, second] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new ScoreFault(`cannot read ${path}: it is UTF-16; save it as CSV in UTF-8`);
  }
}
