import { describe, expect, it } from '@jest/globals';
import { afb2023, groupOf, sideFlags, type GroupCode, type GroupRule } from '../index.ts';

const BANDS = [1, 2, 3, 4, 5, 6];

interface Cell {
  readonly amountBand: number;
  readonly frequencyBand: number;
  readonly benefitBand: number;
  readonly recencyDays: number | null;
}

/** All triples of bands, on the last recent day and the first that is not. */
const CELLS: readonly Cell[] = BANDS.flatMap((amountBand) =>
  BANDS.flatMap((frequencyBand) =>
    BANDS.flatMap((benefitBand) =>
      [90, 91].map((recencyDays) => ({ amountBand, frequencyBand, benefitBand, recencyDays })),
    ),
  ),
);

const under = (rule: GroupRule) => ({ ...afb2023.groups, rule });

function count(rule: GroupRule): Record<GroupCode, number> {
  const cells = { KEY_GUIDE: 0, KEY_DEVELOP: 0, POTENTIAL: 0, LONG_TAIL: 0 };
  for (const cell of CELLS) cells[groupOf(cell, under(rule)).group] += 1;
  return cells;
}

function decide(frequencyBand: number, amountBand: number, recencyDays: number | null, rule?: GroupRule) {
  return groupOf(
    { frequencyBand, amountBand, benefitBand: 1, recencyDays },
    under(rule ?? 'FREQUENCY_FIRST'),
  );
}

describe('the four groups', () => {
  it('A-08 the 432 cells of bands and recency fall 288 / 72 / 36 / 36', () => {
    expect(count('FREQUENCY_FIRST')).toEqual({
      KEY_GUIDE: 288,
      KEY_DEVELOP: 72,
      POTENTIAL: 36,
      LONG_TAIL: 36,
    });
  });

  it('A-08 the first row that matches wins: frequency, amount, recency, the rest', () => {
    expect(decide(3, 6, 1)).toEqual({ group: 'KEY_GUIDE', groupRow: 1 });
    expect(decide(2, 4, 500)).toEqual({ group: 'KEY_DEVELOP', groupRow: 2 });
    expect(decide(2, 3, 90)).toEqual({ group: 'POTENTIAL', groupRow: 3 });
    expect(decide(2, 3, 91)).toEqual({ group: 'LONG_TAIL', groupRow: 4 });
    expect(decide(1, 1, null)).toEqual({ group: 'LONG_TAIL', groupRow: 4 });
  });

  it.each([
    // (b) 3/6 of 432 are high in amount, 4/6 of the rest in frequency.
    ['(b) amount first', 'AMOUNT_FIRST', [144, 216, 36, 36]],
    // (c) of the 144 cells low in frequency 3 in 4 are high in amount or benefit.
    ['(c) benefit counts', 'BENEFIT_COUNTS', [288, 108, 18, 18]],
    // (d) the pairs (F, A) = (3,5), (3,6), (4,6) change sides, each in 12 cells.
    ['(d) greater margin', 'GREATER_MARGIN', [252, 108, 36, 36]],
  ] as const)('B-02 table %s spreads the 432 cells as it must', (_name, rule, expected) => {
    expect(Object.values(count(rule))).toEqual(expected);
  });

  it('B-02 every table is total, and only members high in both or in benefit part them', () => {
    for (const cell of CELLS) {
      const paper = groupOf(cell, under('FREQUENCY_FIRST'));
      const isBoth = cell.frequencyBand >= 3 && cell.amountBand >= 4;
      for (const rule of ['AMOUNT_FIRST', 'GREATER_MARGIN'] as const) {
        if (!isBoth) expect(groupOf(cell, under(rule)).group).toBe(paper.group);
      }
      const withBenefit = groupOf(cell, under('BENEFIT_COUNTS')).group;
      if (withBenefit !== paper.group) {
        expect([withBenefit, cell.benefitBand >= 4, paper.groupRow >= 3]).toEqual([
          'KEY_DEVELOP',
          true,
          true,
        ]);
      }
    }
  });

  it('B-02 the greater margin wins, and a tie goes to frequency', () => {
    expect(decide(3, 4, 1, 'GREATER_MARGIN')).toEqual({ group: 'KEY_GUIDE', groupRow: 1 });
    expect(decide(4, 5, 1, 'GREATER_MARGIN')).toEqual({ group: 'KEY_GUIDE', groupRow: 1 });
    expect(decide(3, 5, 1, 'GREATER_MARGIN')).toEqual({ group: 'KEY_DEVELOP', groupRow: 2 });
    expect(decide(4, 6, 1, 'GREATER_MARGIN')).toEqual({ group: 'KEY_DEVELOP', groupRow: 2 });
    expect(decide(6, 6, 1, 'GREATER_MARGIN')).toEqual({ group: 'KEY_GUIDE', groupRow: 1 });
    expect(decide(3, 3, 1, 'GREATER_MARGIN')).toEqual({ group: 'KEY_GUIDE', groupRow: 1 });
  });

  it('B-02 amount first numbers its own rows', () => {
    expect(decide(6, 4, 1, 'AMOUNT_FIRST')).toEqual({ group: 'KEY_DEVELOP', groupRow: 1 });
    expect(decide(3, 3, 1, 'AMOUNT_FIRST')).toEqual({ group: 'KEY_GUIDE', groupRow: 2 });
    expect(decide(2, 3, 90, 'AMOUNT_FIRST')).toEqual({ group: 'POTENTIAL', groupRow: 3 });
  });
});

describe('side flags', () => {
  const flagsOf = (cell: Cell, rule: GroupRule = 'FREQUENCY_FIRST') =>
    sideFlags({ ...cell, ...groupOf(cell, under(rule)) }, under(rule));

  it('B-02 isCore marks the 144 cells high in frequency and amount, in whichever group they are', () => {
    for (const rule of ['FREQUENCY_FIRST', 'AMOUNT_FIRST', 'GREATER_MARGIN'] as const) {
      expect(CELLS.filter((cell) => flagsOf(cell, rule).isCore).length).toBe(144);
    }
    expect(CELLS.filter((cell) => flagsOf(cell, 'BENEFIT_COUNTS').isCore).length).toBe(216);
  });

  it('B-02 highBenefitTail marks benefit from band 4 on outside the key groups, and none where benefit counts', () => {
    const tails = CELLS.filter((cell) => flagsOf(cell).highBenefitTail);
    expect(tails.length).toBe(36);
    for (const { amountBand, frequencyBand, benefitBand } of tails) {
      expect([amountBand < 4, frequencyBand < 3, benefitBand >= 4]).toEqual([true, true, true]);
    }
    expect(CELLS.some((cell) => flagsOf(cell, 'BENEFIT_COUNTS').highBenefitTail)).toBe(false);
  });

  it.each([
    [180, 4, false],
    [181, 4, true],
    [181, 3, false],
    [null, 4, false],
  ])(
    'B-02 a last purchase %p days back in amount band %i is lapsedKey: %p',
    (recencyDays, amountBand, is) => {
      const cell = { amountBand, frequencyBand: 1, benefitBand: 1, recencyDays };
      expect(flagsOf(cell).lapsedKey).toBe(is);
    },
  );
});
