import { describe, expect, it } from '@jest/globals';
import { uniqueFacts } from '../index.ts';

describe('facts told twice', () => {
  it('B-07 keeps each id once, in the order of the first telling, and leaves the input alone', () => {
    const facts = Object.freeze(
      [
        { factId: 'b', on: 2 },
        { factId: 'a', on: 1 },
        { on: 2, factId: 'b' },
      ].map(Object.freeze),
    ) as {
      factId: string;
      on: number;
    }[];
    expect(uniqueFacts(facts)).toEqual([
      { factId: 'b', on: 2 },
      { factId: 'a', on: 1 },
    ]);
    expect(facts).toHaveLength(3);
  });

  it('B-07 takes an absent property for an undefined one', () => {
    expect(
      uniqueFacts<{ factId: string; value?: number | undefined }>([
        { factId: 'a' },
        { factId: 'a', value: undefined },
      ]),
    ).toHaveLength(1);
  });

  it('B-07 refuses one id with two contents, whichever came first', () => {
    const one = { factId: 'a', on: 1 };
    const other = { factId: 'a', on: 2 };
    expect(() => uniqueFacts([one, other])).toThrow(/fact a is told twice/);
    expect(() => uniqueFacts([other, one])).toThrow(RangeError);
  });
});
