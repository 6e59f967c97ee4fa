const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const PNG_KEPT = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD pHYs acTL fcTL fdAT'.split(' '),
);
const WEBP_KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** Flags of VP8X that announce EXIF and XMP. */
const WEBP_METADATA = 0x0c;

/**
 * A picture without what its maker wrote beside it: place, time and device (EXIF, XMP, IPTC), comments, texts,
 * previews, and whatever stands behind its end. The pixels are not touched.
 * @returns null for what is not one whole PNG, JPEG or WebP from its first byte to its end
 */
export function plainPicture(bytes: Buffer): Buffer | null {
  if (bytes.subarray(0, 8).equals(PNG)) return plainPng(bytes);
  if (bytes.length > 4 && bytes.readUInt16BE(0) === 0xffd8) return plainJpeg(bytes);
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP')
    return plainWebp(bytes);
  return null;
}

function plainPng(bytes: Buffer): Buffer | null {
  const kept = [bytes.subarray(0, 8)];
  let hasPixels = false;
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (end > bytes.length || (at === 8 && type !== 'IHDR')) return null;
    hasPixels ||= type === 'IDAT';
    if (PNG_KEPT.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') return hasPixels ? Buffer.concat(kept) : null;
    at = end;
  }
  return null;
}

function plainWebp(bytes: Buffer): Buffer | null {
  const whole = 8 + bytes.readUInt32LE(4);
  if (whole > bytes.length) return null;
  const kept: Buffer[] = [];
  let hasPixels = false;
  for (let at = 12; at + 8 <= whole;) {
    const size = bytes.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    const type = bytes.toString('latin1', at, at + 4);
    if (end > whole) return null;
    hasPixels ||= type === 'VP8 ' || type === 'VP8L' || type === 'ANMF';
    if (WEBP_KEPT.has(type))
      kept.push(type === 'VP8X' ? unannounced(bytes.subarray(at, end)) : bytes.subarray(at, end));
    at = end;
  }
  if (!hasPixels) return null;
  const head = Buffer.from(bytes.subarray(0, 12));
  head.writeUInt32LE(4 + kept.reduce((sum, { length }) => sum + length, 0), 4);
  return Buffer.concat([head, ...kept]);
}

function unannounced(chunk: Buffer): Buffer {
  const copy = Buffer.from(chunk);
  if (copy.length > 8) copy.writeUInt8(copy.readUInt8(8) & ~WEBP_METADATA, 8);
  return copy;
}

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

function plainJpeg(bytes: Buffer): Buffer | null {
  const kept = [bytes.subarray(0, 2)];
  let hasPixels = false;
  for (let at = 2; at + 2 <= bytes.length;) {
    const marker = bytes.readUInt8(at + 1);
    if (bytes.readUInt8(at) !== 0xff) return null;
    if (marker === END_OF_IMAGE)
      return hasPixels ? Buffer.concat([...kept, bytes.subarray(at, at + 2)]) : null;
    // Any number of bytes 0xff may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (at + 4 > bytes.length) return null;
    const behind = at + 2 + bytes.readUInt16BE(at + 2);
    if (behind > bytes.length) return null;
    const end = marker === START_OF_SCAN ? endOfScan(bytes, behind) : behind;
    hasPixels ||= marker === START_OF_SCAN;
    if (isKept(marker, bytes.subarray(at + 4, behind))) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return null;
}

/** JFIF, a colour profile and Adobe's word on colours change what is seen; every other APPn and comment goes. */
function isKept(marker: number, content: Buffer): boolean {
  if (marker === 0xe2) return content.toString('latin1', 0, 11) === 'ICC_PROFILE';
  return (marker < 0xe1 && marker !== 0x01) || marker === 0xee;
}

/** Compressed pixels go on until a marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (
    let at = bytes.indexOf(0xff, from);
    at !== -1 && at + 1 < bytes.length;
    at = bytes.indexOf(0xff, at + 1)
  ) {
    const next = bytes.readUInt8(at + 1);
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}
