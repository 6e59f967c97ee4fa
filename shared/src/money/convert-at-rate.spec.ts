import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { convertAtRate } from './index.ts';

it.each([
  [10_000, '7.0845', 70_845],
  [10_001, '7.0845', 70_852],
  [1, '0.5', 1],
  [-1, '0.5', -1],
  [1, '0.49999999', 0],
  [123, '1', 123],
  [0, '7.1', 0],
])('C-02 row 13: %i hundredths at a mid rate of %s are %i fen', (hundredths, rate, expected) => {
  expect(convertAtRate(hundredths, rate)).toBe(expected);
});

it.each(['', '0', '0.00', '-7', '7,1', '7.', '.5', '1e3', '7.123456789', ' 7', '７'])(
  'C-02 row 13: %j is no rate',
  (rate) => {
    expect(convertAtRate(1, rate)).toBeNull();
  },
);

it('C-02 row 13: a purchase and its claw-back of the same foreign amount cancel out', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000_000), fc.integer({ min: 1, max: 999_999_999 }), (hundredths, scaled) => {
      const rate = `${Math.floor(scaled / 10_000)}.${String(scaled % 10_000).padStart(4, '0')}`;
      expect((convertAtRate(hundredths, rate) ?? 0) + (convertAtRate(-hundredths, rate) ?? 0)).toBe(0);
    }),
    { seed: 1 },
  );
});
