import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';

/** The platforms pad to blocks of 32, not to AES's own of 16. */
const BLOCK = 32;
const NOISE = 16;
const LENGTH = 4;

/** Whether the signature is that of these parts, in whatever order they were signed. */
export function isSigned(signature: string, parts: readonly string[]): boolean {
  const right = createHash('sha1')
    .update([...parts].sort().join(''))
    .digest();
  const given = Buffer.from(signature, 'hex');
  return given.length === right.length && timingSafeEqual(given, right);
}

/**
 * Opens what a platform encrypted.
 * @param receiver the app or corporation it must be meant for: another one's message is no message
 * @returns null when the key, the padding, the length or the receiver is not right
 */
export function openCallback(aesKey: string, encrypted: string, receiver: string): string | null {
  const key = Buffer.from(`${aesKey}=`, 'base64');
  const bytes = Buffer.from(encrypted, 'base64');
  if (key.length !== BLOCK || bytes.length === 0 || bytes.length % NOISE !== 0) return null;
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, NOISE)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(bytes), decipher.final()]);
  const pad = padded.at(-1) ?? 0;
  const plain = padded.subarray(0, padded.length - pad);
  if (pad < 1 || pad > BLOCK || padded.subarray(plain.length).some((byte) => byte !== pad)) return null;
  if (plain.length < NOISE + LENGTH) return null;
  const end = NOISE + LENGTH + plain.readUInt32BE(NOISE);
  if (end > plain.length || plain.toString('utf8', end) !== receiver) return null;
  return plain.toString('utf8', NOISE + LENGTH, end);
}
