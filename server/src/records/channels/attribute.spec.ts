import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { attribute } from './attribute.ts';

const DAY = 86_400_000;
const JOINED = Date.UTC(2026, 10, 24, 2);
const ago = (days: number, name = '') => ({ occurredAt: JOINED - days * DAY, name });

describe('attribution', () => {
  it('E-09 the first and the last touch inside the window count, whatever order they come in', () => {
    const { first, last } = attribute(
      [ago(2, 'b'), ago(8, 'too old'), ago(0.5, 'c'), ago(7, 'a')],
      JOINED,
      7,
    );
    expect([first?.name, last?.name]).toEqual(['a', 'c']);
  });

  it('E-09 nothing inside the window is nothing: the member came by themselves', () => {
    expect(attribute([{ occurredAt: JOINED - 7 * DAY - 1 }], JOINED, 7)).toEqual({ first: null, last: null });
  });

  it('E-09 for any touches both are inside the window and nothing inside lies before the first or after the last', () => {
    const touches = fc.array(fc.record({ occurredAt: fc.integer({ min: JOINED - 20 * DAY, max: JOINED }) }));
    fc.assert(
      fc.property(touches, fc.integer({ min: 1, max: 14 }), (arrivals, days) => {
        const inside = arrivals.map((each) => each.occurredAt).filter((at) => at >= JOINED - days * DAY);
        const { first, last } = attribute(arrivals, JOINED, days);
        expect(first?.occurredAt).toBe(inside.length === 0 ? undefined : Math.min(...inside));
        expect(last?.occurredAt).toBe(inside.length === 0 ? undefined : Math.max(...inside));
      }),
    );
  });
});
