import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isAgreedAt } from './archive-consents.ts';

const word = fc.record({ changedAt: fc.integer({ min: 0, max: 20 }), isAgreed: fc.boolean() });

describe('the last word of a customer', () => {
  it('E-12 nobody who was not asked has agreed; a yes holds until the next no, and of two words at once the no counts', () => {
    expect(isAgreedAt([], 5)).toBe(false);
    const words = [
      { changedAt: 2, isAgreed: true },
      { changedAt: 6, isAgreed: false },
      { changedAt: 9, isAgreed: true },
      { changedAt: 9, isAgreed: false },
    ];
    expect([1, 2, 5, 6, 9].map((moment) => isAgreedAt(words, moment))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
  });

  it('E-12 in whatever order words arrive, and however often, they mean the same', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), fc.integer({ min: 0, max: 20 }), (words, moment) => {
        const meant = isAgreedAt(words, moment);
        expect(isAgreedAt([...words].reverse(), moment)).toBe(meant);
        expect(isAgreedAt([...words, ...words], moment)).toBe(meant);
        // What comes later changes nothing of what was.
        expect(isAgreedAt([...words, { changedAt: moment + 1, isAgreed: !meant }], moment)).toBe(meant);
      }),
    );
  });
});
