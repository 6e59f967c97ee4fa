import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareUtf8 } from './compare-utf8.ts';

it('A-09 orders texts as their UTF-8 bytes stand, beyond the basic plane too', () => {
  const unit = fc.constantFrom(
    '',
    'a',
    'B',
    '1',
    '~',
    '张',
    '\uD7FF',
    '\uE000',
    '\uFF21',
    '\uFFFD',
    '😀',
    '𠮷',
  );
  const text = fc.array(unit, { maxLength: 4 }).map((units) => units.join(''));
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(compareUtf8(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
    { seed: 9, numRuns: 3000 },
  );
  expect(['😀', 'Ａ', 'b', 'a', 'B'].sort(compareUtf8)).toEqual(['B', 'a', 'b', 'Ａ', '😀']);
});
