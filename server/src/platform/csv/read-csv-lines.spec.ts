import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readCsvLines } from './index.ts';
import { LINE_BYTES_MAX } from './read-csv-lines.ts';

async function linesOf(parts: readonly Uint8Array[], isStart = true) {
  const lines = [];
  for await (const line of readCsvLines(Readable.from(parts), isStart)) lines.push(line);
  return lines;
}
const texts = async (text: string) => (await linesOf([Buffer.from(text)])).map((line) => line.text);

describe('lines of a file', () => {
  it('C-02 end with LF, CRLF or the file, and a byte-order mark is no part of the first', async () => {
    expect(await texts('\uFEFFa,b\r\n1,2\n\n3,4')).toEqual(['a,b', '1,2', '', '3,4']);
    expect(await texts('a\n')).toEqual(['a']);
    expect(await texts('')).toEqual([]);
  });

  it('C-02 wherever the stream is cut, the lines are the same and each says where the next begins', async () => {
    const line = fc.stringMatching(/^[a-z,"中文\r]{0,12}$/);
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 8 }), fc.array(fc.nat(60)), async (rows, cuts) => {
        const bytes = Buffer.from(rows.map((row) => `${row}\n`).join(''));
        const places = [
          ...new Set([0, ...cuts.map((cut) => Math.min(cut, bytes.length)), bytes.length]),
        ].sort((a, b) => a - b);
        const parts = places.slice(1).map((end, at) => bytes.subarray(places[at], end));
        const lines = await linesOf(parts);
        expect(lines.map(({ text }) => text)).toEqual(rows.map((row) => row.replace(/\r$/, '')));
        for (const { end } of lines) {
          const rest = await linesOf([bytes.subarray(end)], false);
          expect(rest).toHaveLength(lines.filter((each) => each.end > end).length);
        }
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it('C-02 a line without end is named and skipped in bounded memory, and the next is read', async () => {
    const part = Buffer.alloc(50_000, 'x');
    const lines = await linesOf([...Array.from({ length: 40 }, () => part), Buffer.from('\nnext\n')]);
    expect(lines.map(({ fault }) => fault)).toEqual(['too_long', null]);
    expect(lines[0]?.text).toHaveLength(200);
    expect(lines[1]).toEqual({ text: 'next', end: 40 * 50_000 + 6, fault: null });
    const longest = await linesOf([Buffer.alloc(LINE_BYTES_MAX, 'y')]);
    expect(longest[0]?.fault).toBeNull();
    const longer = await linesOf([Buffer.alloc(LINE_BYTES_MAX + 1, 'y'), Buffer.from('\n')]);
    expect(longer[0]?.fault).toBe('too_long');
  });

  it('C-02 bytes that are no UTF-8 are a fault of their line, a real replacement sign is not', async () => {
    const lines = await linesOf([Buffer.from([0xb9, 0xfa, 0x0a]), Buffer.from('\uFFFD\n')]);
    expect(lines.map(({ fault }) => fault)).toEqual(['not_utf8', null]);
  });
});
