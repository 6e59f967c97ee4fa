import { describe, expect, it } from '@jest/globals';
import { canonicalJson, sha256OfJson } from './canonical-json.ts';

describe('canonical JSON', () => {
  it('gives the same bytes whatever the order of the keys', () => {
    expect(canonicalJson({ b: 1, a: { d: [1, '二'], c: null } })).toBe('{"a":{"c":null,"d":[1,"二"]},"b":1}');
    expect(sha256OfJson({ x: 1, y: 2 })).toBe(sha256OfJson({ y: 2, x: 1 }));
  });

  it('leaves out undefined members and keeps null ones', () => {
    expect(canonicalJson({ a: undefined, b: null })).toBe('{"b":null}');
  });

  it('refuses values that JSON would silently change', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1n, () => 0]) {
      expect(() => canonicalJson({ value })).toThrow(TypeError);
    }
  });

  it('tells a text from the number it looks like', () => {
    expect(sha256OfJson({ a: '1' })).not.toBe(sha256OfJson({ a: 1 }));
  });
});
