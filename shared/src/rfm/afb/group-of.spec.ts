import { describe, expect, it } from '@jest/globals';
import { afb2023, groupOf, type GroupCode } from '../index.ts';

const BANDS = [1, 2, 3, 4, 5, 6];

describe('the four groups', () => {
  it('A-08 the 432 cells of bands and recency fall 288 / 72 / 36 / 36', () => {
    const cells: Record<GroupCode, number> = { KEY_GUIDE: 0, KEY_DEVELOP: 0, POTENTIAL: 0, LONG_TAIL: 0 };
    for (const amountBand of BANDS)
      for (const frequencyBand of BANDS)
        for (const _benefitBand of BANDS)
          for (const recencyDays of [90, 91]) {
            cells[groupOf({ amountBand, frequencyBand, recencyDays }, afb2023.groups).group] += 1;
          }
    expect(cells).toEqual({ KEY_GUIDE: 288, KEY_DEVELOP: 72, POTENTIAL: 36, LONG_TAIL: 36 });
  });

  it('A-08 the first row that matches wins: frequency, amount, recency, the rest', () => {
    const decide = (frequencyBand: number, amountBand: number, recencyDays: number | null) =>
      groupOf({ frequencyBand, amountBand, recencyDays }, afb2023.groups);
    expect(decide(3, 6, 1)).toEqual({ group: 'KEY_GUIDE', groupRow: 1 });
    expect(decide(2, 4, 500)).toEqual({ group: 'KEY_DEVELOP', groupRow: 2 });
    expect(decide(2, 3, 90)).toEqual({ group: 'POTENTIAL', groupRow: 3 });
    expect(decide(2, 3, 91)).toEqual({ group: 'LONG_TAIL', groupRow: 4 });
    expect(decide(1, 1, null)).toEqual({ group: 'LONG_TAIL', groupRow: 4 });
  });
});
