import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Instant } from '@siyu/shared/contracts/primitives';
import { readCode, readInstant } from './index.ts';

const two = (max: number) => fc.nat(max).map((number) => String(number).padStart(2, '0'));
const instant = fc
  .tuple(
    fc.constantFrom('2024', '2026', '1900', '0000', '26'),
    two(13),
    two(32),
    fc.constantFrom('T', ' ', 't'),
    two(25),
    two(61),
    fc.constantFrom('', ':00', ':59', ':61', ':00.5', ':00.123456'),
    fc.constantFrom('Z', '+08:00', '-23:59', '+0800', '', 'z', '+25:00'),
  )
  .map(
    ([year, month, day, gap, hour, minute, rest, zone]) =>
      `${year}-${month}-${day}${gap}${hour}:${minute}${rest}${zone}`,
  );

it('C-02 an instant of a cell is what the contracts call one, and the moment it says', () => {
  fc.assert(
    fc.property(instant, (text) => {
      expect(readInstant(text)).toBe(Instant.safeParse(text).success ? Date.parse(text) : undefined);
    }),
    { seed: 3, numRuns: 3_000 },
  );
  expect(readInstant('2024-02-29T23:59:59+08:00')).toBe(Date.UTC(2024, 1, 29, 15, 59, 59));
});

it('C-02 a code has no white space at its ends and no control characters', () => {
  expect(['A', 'A b', '号-1', 'x'.repeat(8)].map((text) => readCode(text, 8))).toEqual([
    'A',
    'A b',
    '号-1',
    'x'.repeat(8),
  ]);
  expect(['', ' A', 'A ', 'A\tb', 'x'.repeat(9)].map((text) => readCode(text, 8))).toEqual(
    Array.from({ length: 5 }, () => undefined),
  );
});
