import { describe, expect, it } from '@jest/globals';
import { frequencyTenThousandths } from '../index.ts';

describe('monthly frequency for showing', () => {
  it.each([
    [0, 365, 0],
    [5, 365, 4110],
    [243, 365, 199_726],
    [1, 90, 3333],
    [2, 90, 6667],
    // 1 × 30 / 480 = 0.0625 and 1 × 30 / 2400 = 0.0125 are exact; 1 × 30 / 4800 = 0.00625 ends in a half.
    [1, 2400, 125],
    [1, 4800, 63],
  ])('%i purchases in %i days are %i ten-thousandths a month, half up', (count, windowDays, expected) => {
    expect(frequencyTenThousandths(count, windowDays)).toBe(expected);
  });
});
