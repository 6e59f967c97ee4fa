import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { takeFromBudget } from './index.ts';

describe('a budget', () => {
  const BUDGET = { awardsMax: 10, valueFenMax: 100, awardsUsed: 9, pointsUsed: 90, valueFenUsed: 80 };
  const SHARE = { awards: 1, points: 10, valueFen: 20 };

  it('G-01 gives an award wholly or not at all, up to the last award and the last fen', () => {
    expect(takeFromBudget(BUDGET, SHARE)).toEqual({
      isGranted: true,
      budget: { ...BUDGET, awardsUsed: 10, pointsUsed: 100, valueFenUsed: 100 },
    });
    expect(takeFromBudget(BUDGET, { ...SHARE, awards: 2 })).toEqual({ isGranted: false, budget: BUDGET });
    expect(takeFromBudget(BUDGET, { ...SHARE, valueFen: 21 })).toEqual({ isGranted: false, budget: BUDGET });
  });

  it('G-04 asking for many at once and halving what does not fit gives what one after the other gives', () => {
    type Share = typeof SHARE;
    const sum = (shares: readonly Share[]): Share =>
      shares.reduce((one, other) => ({
        awards: one.awards + other.awards,
        points: one.points + other.points,
        valueFen: one.valueFen + other.valueFen,
      }));
    const halving = (
      budget: typeof BUDGET,
      shares: readonly Share[],
    ): { granted: boolean[]; budget: typeof BUDGET } => {
      const taken = takeFromBudget(budget, sum(shares));
      if (taken.isGranted || shares.length === 1)
        return { granted: shares.map(() => taken.isGranted), budget: taken.budget };
      const half = shares.length >> 1;
      const first = halving(budget, shares.slice(0, half));
      const second = halving(first.budget, shares.slice(half));
      return { granted: [...first.granted, ...second.granted], budget: second.budget };
    };
    const share = fc.record({ awards: fc.constant(1), points: fc.nat(20), valueFen: fc.nat(30) });
    fc.assert(
      fc.property(
        fc.array(share, { minLength: 1, maxLength: 40 }),
        fc.nat(30),
        fc.nat(400),
        (shares, awardsMax, valueFenMax) => {
          const start = { awardsMax, valueFenMax, awardsUsed: 0, pointsUsed: 0, valueFenUsed: 0 };
          let budget = start;
          const granted = shares.map((each) => {
            const taken = takeFromBudget(budget, each);
            budget = taken.budget;
            return taken.isGranted;
          });
          expect(halving(start, shares)).toEqual({ granted, budget });
        },
      ),
      { numRuns: 100 },
    );
  });
});
