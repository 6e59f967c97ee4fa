import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

/** Blocks of the padding; AES itself works on 16, so Node's own padding must stay off. */
const BLOCK = 32;
const RANDOM = 16;

/** Hex SHA-1 over the sorted parts: `signature` without the encrypted text, `msg_signature` with it. */
export function signParts(...parts: readonly string[]): string {
  return createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');
}

/** The AES key behind an EncodingAESKey of 43 characters; its first half is the initial vector. */
function keyOf(encodingAesKey: string): Buffer {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  if (encodingAesKey.length !== 43 || key.length !== 32) throw new Error('EncodingAESKey: 43 characters');
  return key;
}

/** Encrypts a message for a receiver (corpid or appid); `random` is 16 bytes. */
export function encryptMessage(given: {
  readonly encodingAesKey: string;
  readonly receiveId: string;
  readonly message: string;
  readonly random: Uint8Array;
}): string {
  const key = keyOf(given.encodingAesKey);
  const text = Buffer.from(given.message, 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const plain = Buffer.concat([given.random, length, text, Buffer.from(given.receiveId, 'utf8')]);
  const pad = BLOCK - (plain.length % BLOCK);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([
    cipher.update(Buffer.concat([plain, Buffer.alloc(pad, pad)])),
    cipher.final(),
  ]).toString('base64');
}

/**
 * What an encrypted message says and for whom.
 * @throws {Error} when key, padding or length do not fit.
 */
export function decryptMessage(
  encodingAesKey: string,
  encrypted: string,
): { readonly message: string; readonly receiveId: string } {
  const key = keyOf(encodingAesKey);
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(Buffer.from(encrypted, 'base64')), decipher.final()]);
  const pad = padded.at(-1) ?? 0;
  if (pad < 1 || pad > BLOCK || padded.length < RANDOM + 4 + pad) throw new Error('padding');
  const plain = padded.subarray(0, padded.length - pad);
  const end = RANDOM + 4 + plain.readUInt32BE(RANDOM);
  if (end > plain.length) throw new Error('length');
  return {
    message: plain.toString('utf8', RANDOM + 4, end),
    receiveId: plain.toString('utf8', end),
  };
}
