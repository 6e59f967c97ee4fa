import { inflateSync } from 'node:zlib';
import jsQR from 'jsqr';

/** The pixels of a PNG of 8 bits RGBA without filters and interlacing, which is what the box draws. */
function readPng(bytes: Buffer): { width: number; height: number; data: Uint8ClampedArray } {
  const parts: Buffer[] = [];
  let [width, height] = [0, 0];
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const chunk = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') {
      [width, height] = [chunk.readUInt32BE(0), chunk.readUInt32BE(4)];
      if (chunk[8] !== 8 || chunk[9] !== 6) throw new Error('not 8 bits RGBA');
    }
    if (type === 'IDAT') parts.push(chunk);
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(parts));
  const row = width * 4;
  const data = new Uint8ClampedArray(row * height);
  for (let y = 0; y < height; y += 1) {
    const line = raw.subarray(y * (row + 1), (y + 1) * (row + 1));
    if (line[0] !== 0) throw new Error('a row with a filter');
    data.set(line.subarray(1), y * row);
  }
  return { width, height, data };
}

/** What a camera reads from a picture, by a reader nobody here wrote; null when it finds no code. */
export function scanCode(bytes: Buffer): { readonly text: string; readonly width: number } | null {
  const { width, height, data } = readPng(bytes);
  const found = jsQR.default(data, width, height, { inversionAttempts: 'dontInvert' });
  return found === null ? null : { text: found.data, width };
}
