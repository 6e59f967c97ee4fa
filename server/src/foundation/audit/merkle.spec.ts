import { describe, expect, it } from '@jest/globals';
import { leafHash, merkleRoot } from './merkle.ts';

const leaves = (count: number): Buffer[] =>
  Array.from({ length: count }, (_, i) => leafHash(`row ${String(i)}`));
const root = (of: readonly Buffer[]): string => merkleRoot(of).toString('hex');

describe('Merkle root', () => {
  it('agrees with the published vector of RFC 6962 for the single empty leaf', () => {
    expect(root([leafHash('')])).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
  });

  it('changes with any leaf, with their order and with their number', () => {
    for (const count of [1, 2, 3, 5, 8, 13]) {
      const whole = leaves(count);
      for (let changed = 0; changed < count; changed += 1) {
        expect(root(whole.map((leaf, i) => (i === changed ? leafHash('other') : leaf)))).not.toBe(
          root(whole),
        );
      }
      expect(root([...whole, ...whole.slice(-1)])).not.toBe(root(whole));
      if (count > 1) expect(root([...whole].reverse())).not.toBe(root(whole));
    }
  });

  it('refuses an empty list', () => {
    expect(() => merkleRoot([])).toThrow(RangeError);
  });
});
