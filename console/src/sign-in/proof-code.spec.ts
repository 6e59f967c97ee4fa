import { describe, expect, it } from '@jest/globals';
import { isProofCode, isTotpCode } from './proof-code.ts';

describe('a code that proves the second factor', () => {
  it('is taken as people type it', () => {
    expect([' 123 456', 'ABCD-efgh-2345-mnop', 'abcd-efgh-2345'].map(isProofCode)).toEqual([
      true,
      true,
      false,
    ]);
    expect(['123456', '12345', 'abcd-efgh-2345-mnop'].map(isTotpCode)).toEqual([true, false, false]);
  });
});
