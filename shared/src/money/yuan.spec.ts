import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addFen, fen, formatYuan, parseYuan } from './index.ts';

describe('money', () => {
  it.each([
    ['12.30', 1230],
    ['12.3', 1230],
    ['12', 1200],
    ['0.05', 5],
    ['-0.05', -5],
    ['0', 0],
    ['007.10', 710],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('reads %s yuan as %i fen', (text, expected) => {
    expect(parseYuan(text)).toBe(expected);
  });

  it('reads minus zero as zero, so that no sign leaks into texts', () => {
    expect(Object.is(parseYuan('-0.00'), 0)).toBe(true);
  });

  it.each([
    '',
    '12.345',
    '12.',
    '.5',
    '1e3',
    '+1',
    '1,000',
    '￥1',
    ' 1',
    '1 ',
    '--1',
    'NaN',
    '0x10',
    '１２',
    '90071992547409.92',
  ])('refuses %j as an amount', (text) => {
    expect(parseYuan(text)).toBeNull();
  });

  it('writes what it reads, for every amount', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(parseYuan(formatYuan(fen(value)))).toBe(fen(value));
      }),
      { seed: 1 },
    );
  });

  it('refuses fractions, infinities and sums that a number cannot hold exactly', () => {
    for (const value of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(() => fen(value)).toThrow(RangeError);
    }
    expect(() => addFen(fen(Number.MAX_SAFE_INTEGER), fen(1))).toThrow(RangeError);
    expect(addFen(fen(10), fen(-3))).toBe(7);
  });
});
