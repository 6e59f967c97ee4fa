import { createHash } from 'node:crypto';
import { RECOVERY_CODES } from '@siyu/shared/contracts/staff.limits';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const LETTERS = 16;

/** Codes of 80 random bits each, too many to be guessed from their hashes. */
export const newRecoveryCodes = (bytes: (n: number) => Uint8Array): readonly string[] =>
  Array.from({ length: RECOVERY_CODES }, () => {
    const letters = [...bytes(LETTERS)].map((byte) => ALPHABET[byte % ALPHABET.length] ?? '');
    return [0, 4, 8, 12].map((at) => letters.slice(at, at + 4).join('')).join('-');
  });

/** What is stored of a recovery code. */
export const recoveryCodeSha256 = (code: string): string =>
  createHash('sha256').update(code, 'utf8').digest('hex');
