import { describe, expect, it } from '@jest/globals';
import { FixedClock, SystemRandomness } from '../../platform/clock/index.ts';
import { equalSecrets, newToken, tokenSha256 } from './session-token.ts';

describe('session tokens', () => {
  const randomness = new SystemRandomness(new FixedClock(0));

  it('carry 256 random bits and never repeat', () => {
    const tokens = Array.from({ length: 1000 }, () => newToken(randomness));
    expect(new Set(tokens).size).toBe(1000);
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  });

  it('are stored as a hash from which nobody gets the token back', () => {
    expect(tokenSha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('tell equal secrets from different ones of any length', () => {
    expect(equalSecrets('one', 'one')).toBe(true);
    expect(equalSecrets('one', 'two')).toBe(false);
    expect(equalSecrets('one', 'one and more')).toBe(false);
    expect(equalSecrets('', 'x')).toBe(false);
  });
});
