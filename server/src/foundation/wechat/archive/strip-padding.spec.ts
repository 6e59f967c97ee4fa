import { constants, generateKeyPairSync, privateDecrypt, publicEncrypt } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PaddingError, stripPadding } from './strip-padding.ts';

const pair = generateKeyPairSync('rsa', { modulusLength: 1024 });
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const padded = (content: Uint8Array, padding: readonly number[]): Uint8Array =>
  bytes(0, 2, ...padding, 0, ...content);
const content = fc.uint8Array({ maxLength: 64 });
const padding = fc.array(fc.integer({ min: 1, max: 255 }), { minLength: 8, maxLength: 40 });

describe('the padding of a random key', () => {
  it('E-12 what the platform sealed for the public key is what comes out', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 0, maxLength: 100 }), (secret) => {
        const sealed = publicEncrypt({ key: pair.publicKey, padding: constants.RSA_PKCS1_PADDING }, secret);
        const block = privateDecrypt({ key: pair.privateKey, padding: constants.RSA_NO_PADDING }, sealed);
        expect(Buffer.from(stripPadding(block))).toEqual(Buffer.from(secret));
      }),
      { numRuns: 20 },
    );
  });

  it('E-12 a block of the right form gives its content, zeros in it included', () => {
    fc.assert(
      fc.property(content, padding, (inner, filling) => {
        expect(Buffer.from(stripPadding(padded(inner, filling)))).toEqual(Buffer.from(inner));
      }),
    );
  });

  it('E-12 whatever else it is, hostile or cut off, it is refused by one error, and nothing else is thrown', () => {
    const refused = (block: Uint8Array) => expect(() => stripPadding(block)).toThrow(PaddingError);
    for (const block of [
      bytes(),
      bytes(0),
      bytes(0, 2),
      bytes(0, 2, 0),
      // Fewer than eight bytes of padding.
      padded(bytes(65), [1, 1, 1, 1, 1, 1, 1]),
      // Signed, or written by another scheme.
      bytes(0, 1, ...Array.from({ length: 20 }, () => 255), 0, 65),
      bytes(1, 2, ...Array.from({ length: 20 }, () => 7), 0, 65),
      // No end of the padding.
      bytes(0, 2, ...Array.from({ length: 30 }, () => 7)),
    ])
      refused(block);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 256 }), (block) => {
        const isRight = block[0] === 0 && block[1] === 2 && block.indexOf(0, 2) >= 10;
        if (isRight) expect(stripPadding(block)).toEqual(block.subarray(block.indexOf(0, 2) + 1));
        else refused(block);
      }),
    );
  });
});
