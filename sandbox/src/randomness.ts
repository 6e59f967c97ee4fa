import { randomBytes } from 'node:crypto';

export interface Randomness {
  bytes(count: number): Uint8Array;
}

export const systemRandomness: Randomness = { bytes: (count) => randomBytes(count) };

export function hex(randomness: Randomness, count: number): string {
  return Buffer.from(randomness.bytes(count)).toString('hex');
}
