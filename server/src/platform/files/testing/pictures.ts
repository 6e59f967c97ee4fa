type Part = readonly [type: string, content: Buffer];

/** A PNG of these chunks; nobody here checks their sums. */
export function pngOf(...chunks: readonly Part[]): Buffer {
  const parts = chunks.map(([type, content]) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(content.length);
    return Buffer.concat([length, Buffer.from(type, 'latin1'), content, Buffer.alloc(4)]);
  });
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
}

/** A WebP of these chunks. */
export function webpOf(...chunks: readonly Part[]): Buffer {
  const parts = chunks.map(([type, content]) => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE(content.length);
    return Buffer.concat([Buffer.from(type, 'latin1'), size, content, Buffer.alloc(content.length % 2)]);
  });
  const body = Buffer.concat([Buffer.from('WEBP'), ...parts]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from('RIFF'), size, body]);
}

const only = <Each>(text: string | null, make: (told: string) => readonly Each[]): readonly Each[] =>
  text === null ? [] : make(text);

/** A small PNG; with what is told beside its pixels. */
export const PNG = (text: string | null): Buffer =>
  pngOf(
    ['IHDR', Buffer.from('00000001000000010806000000', 'hex')],
    ...only<Part>(text, (told) => [
      ['tEXt', Buffer.from(`Comment\0${told}`)],
      ['eXIf', Buffer.from(`II*\0${told}`)],
    ]),
    ['IDAT', Buffer.from('789c6360000002000100', 'hex')],
    ['IEND', Buffer.alloc(0)],
  );

export const WEBP = (text: string | null): Buffer =>
  webpOf(
    // Flags: EXIF and XMP announced, or nothing.
    ['VP8X', Buffer.from(`${text === null ? '00' : '0c'}000000000000000000`, 'hex')],
    ['VP8L', Buffer.from('2f00000000', 'hex')],
    ...only<Part>(text, (told) => [
      ['EXIF', Buffer.from(told)],
      ['XMP ', Buffer.from(`<x>${told}</x>`)],
    ]),
  );

const segment = (marker: number, content: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};

/** A JPEG in its form only: pixels with a stuffed byte and a restart among them, two scans as progressive ones have. */
export const JPEG = (text: string | null): Buffer => {
  const scan = Buffer.concat([
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from('12ff0034ffd056', 'hex'),
  ]);
  const beside = only(text, (told) => [
    segment(0xe1, Buffer.from(`Exif\0\0${told}`)),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${told}`)),
    segment(0xe2, Buffer.from(`MPF\0${told}`)),
    segment(0xed, Buffer.from(`Photoshop 3.0\0${told}`)),
    segment(0xfe, Buffer.from(told)),
  ]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    ...beside,
    segment(0xdb, Buffer.alloc(65, 1)),
    scan,
    scan,
    Buffer.from([0xff, 0xd9]),
  ]);
};
