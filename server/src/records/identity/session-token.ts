import { createHash, timingSafeEqual } from 'node:crypto';
import type { Randomness } from '../../platform/clock/index.ts';

const TOKEN_BYTES = 32;

/** A new opaque token of 256 random bits; it carries no meaning that could be forged. */
export const newToken = (randomness: Randomness): string =>
  Buffer.from(randomness.bytes(TOKEN_BYTES)).toString('base64url');

/** What is stored of a token: who reads the table still cannot sign in. */
export const tokenSha256 = (token: string): string =>
  createHash('sha256').update(token, 'utf8').digest('hex');

/** Compares two secrets in a time that tells nothing about them. */
export function equalSecrets(one: string, other: string): boolean {
  const digest = (secret: string) => createHash('sha256').update(secret, 'utf8').digest();
  return timingSafeEqual(digest(one), digest(other));
}
