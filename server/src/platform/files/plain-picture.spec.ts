import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainPicture } from './plain-picture.ts';
import { JPEG, pngOf, PNG, WEBP, webpOf } from './testing/pictures.ts';

const SECRET = 'GPS 23.1291 113.2644';
const secretIn = (picture: Buffer | null): boolean => picture?.includes(SECRET) ?? false;

describe('a picture without what its maker wrote beside it', () => {
  it.each([
    ['PNG', PNG],
    ['JPEG', JPEG],
    ['WebP', WEBP],
  ])('E-13 a %s keeps its pixels and loses place, texts and whatever stands behind its end', (_, make) => {
    const telling = Buffer.concat([make(SECRET), Buffer.from(`<script>${SECRET}</script>`)]);
    expect(secretIn(telling)).toBe(true);
    const plain = plainPicture(telling);
    expect(secretIn(plain)).toBe(false);
    expect(plain).toEqual(make(null));
    expect(plain === null ? null : plainPicture(plain)).toEqual(plain);
  });

  it('E-13 what is no picture, or is cut off anywhere, is none', () => {
    for (const whole of [PNG(null), JPEG(null), WEBP(null)])
      for (let at = 0; at < whole.length; at += 1) expect(plainPicture(whole.subarray(0, at))).toBeNull();
    expect(plainPicture(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeNull();
    expect(plainPicture(Buffer.from('GIF89a'))).toBeNull();
    expect(plainPicture(pngOf(['IEND', Buffer.alloc(0)]))).toBeNull();
    expect(plainPicture(webpOf(['EXIF', Buffer.from(SECRET)]))).toBeNull();
  });

  it('E-13 for any bytes after a beginning of a picture it ends, and never lets more out than came in', () => {
    const heads = fc.constantFrom(PNG(SECRET), JPEG(SECRET), WEBP(SECRET));
    fc.assert(
      fc.property(heads, fc.nat(), fc.uint8Array({ maxLength: 200 }), (head, cut, rest) => {
        const bytes = Buffer.concat([head.subarray(0, cut % head.length), rest]);
        expect(plainPicture(bytes)?.length ?? 0).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });
});
