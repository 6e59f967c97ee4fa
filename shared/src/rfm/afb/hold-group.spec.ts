import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { epochDay } from '../../time/index.ts';
import { holdGroup, type GroupDecision, type HeldGroup } from '../index.ts';

const ROWS: readonly GroupDecision[] = [
  { group: 'KEY_GUIDE', groupRow: 1 },
  { group: 'KEY_DEVELOP', groupRow: 2 },
  { group: 'POTENTIAL', groupRow: 3 },
  { group: 'LONG_TAIL', groupRow: 4 },
];

function row(groupRow: number): GroupDecision {
  const found = ROWS[groupRow - 1];
  if (found === undefined) throw new Error(`no row ${groupRow}`);
  return found;
}

function run(held: HeldGroup | null, day: number, groupRow: number, downRuns?: number, ruleVersion = 'v1') {
  const inputHash = `hash-${day}-${groupRow}`;
  return holdGroup(held, { asOf: epochDay(day), decision: row(groupRow), ruleVersion, inputHash }, downRuns);
}

/** Runs on days 100, 101, … with these rows. */
function daily(rows: readonly number[], downRuns?: number): HeldGroup[] {
  const held: HeldGroup[] = [];
  rows.forEach((each, at) => held.push(run(held[at - 1] ?? null, 100 + at, each, downRuns)));
  return held;
}

const row1to4 = fc.integer({ min: 1, max: 4 });

describe('hysteresis of groups', () => {
  it('B-02 one run for a lower group changes nothing, the second moves the member down', () => {
    const [first, pending, moved] = daily([2, 4, 4]);
    expect(pending).toEqual({ ...first, pending: { runs: 1, lastOn: 101 } });
    expect(moved).toEqual({
      group: 'LONG_TAIL',
      groupRow: 4,
      enteredOn: 102,
      previousGroup: 'KEY_DEVELOP',
      ruleVersion: 'v1',
      inputHash: 'hash-102-4',
      pending: null,
    });
  });

  it('B-02 a member moves up at once, out of a pending step down too', () => {
    expect(daily([3, 1]).at(-1)).toMatchObject({
      group: 'KEY_GUIDE',
      enteredOn: 101,
      previousGroup: 'POTENTIAL',
    });
    expect(daily([2, 4, 1]).at(-1)).toMatchObject({ group: 'KEY_GUIDE', enteredOn: 102, pending: null });
  });

  it('B-02 a run that reaches the group held begins the count anew', () => {
    expect(daily([2, 4, 2, 4]).at(-1)).toMatchObject({
      group: 'KEY_DEVELOP',
      enteredOn: 100,
      pending: { runs: 1 },
    });
  });

  it('B-02 the last of the runs says how far down', () => {
    expect(daily([1, 4, 2]).at(-1)).toMatchObject({ group: 'KEY_DEVELOP', previousGroup: 'KEY_GUIDE' });
    expect(daily([1, 2, 4]).at(-1)).toMatchObject({ group: 'LONG_TAIL', previousGroup: 'KEY_GUIDE' });
  });

  it('B-02 a run repeated on one day replaces its verdict and counts once', () => {
    const [, pending] = daily([2, 4]);
    if (pending === undefined) throw new Error('nothing held');
    expect(run(pending, 101, 4)).toEqual(pending);
    expect(run(pending, 101, 2).pending).toBeNull();
    expect(run(run(pending, 101, 2), 101, 4)).toEqual(pending);
    const twice = run(run(pending, 101, 4), 102, 4);
    expect(twice).toMatchObject({ group: 'LONG_TAIL', enteredOn: 102 });
  });

  it('B-02 other rules take effect at once, and a group that stays keeps the day of its entry', () => {
    const [held] = daily([2]);
    if (held === undefined) throw new Error('nothing held');
    expect(run(held, 105, 4, 2, 'v2')).toMatchObject({
      group: 'LONG_TAIL',
      enteredOn: 105,
      ruleVersion: 'v2',
    });
    expect(run(held, 105, 2, 2, 'v2')).toMatchObject({
      group: 'KEY_DEVELOP',
      enteredOn: 100,
      previousGroup: null,
      ruleVersion: 'v2',
      inputHash: 'hash-105-2',
    });
  });

  it('B-02 refuses a run that lies before the group held, and a count that is none', () => {
    const [first, pending] = daily([2, 4]);
    if (first === undefined || pending === undefined) throw new Error('nothing held');
    expect(() => run(first, 99, 2)).toThrow(RangeError);
    expect(() => run(first, 99, 2, 2, 'v2')).toThrow(RangeError);
    expect(() => run(pending, 100, 4)).toThrow(RangeError);
    for (const downRuns of [0, -1, 1.5, Number.NaN])
      expect(() => run(first, 101, 4, downRuns)).toThrow(RangeError);
  });

  it('B-02 nobody is ever held below the verdict of the day, or above that of every one of the last runs', () => {
    fc.assert(
      fc.property(
        fc.array(row1to4, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 4 }),
        (rows, n) => {
          const held = daily(rows, n);
          held.forEach(({ groupRow }, at) => {
            expect(groupRow).toBeLessThanOrEqual(rows[at] ?? 0);
            const recent = rows.slice(Math.max(0, at - n + 1), at + 1);
            expect(recent.some((each) => each <= groupRow)).toBe(true);
          });
        },
      ),
      { seed: 2, numRuns: 300 },
    );
  });

  it('B-02 with a single run down nothing is held back', () => {
    fc.assert(
      fc.property(fc.array(row1to4, { minLength: 1 }), (rows) => {
        expect(daily(rows, 1).map(({ groupRow }) => groupRow)).toEqual(rows);
      }),
      { seed: 2 },
    );
  });

  it('B-02 a replay of the same runs gives the same intervals, with the previous group of each', () => {
    fc.assert(
      fc.property(fc.array(row1to4, { minLength: 1, maxLength: 40 }), (rows) => {
        const held = daily(rows);
        expect(daily(rows)).toEqual(held);
        held.forEach((each, at) => {
          const before = held[at - 1];
          if (before === undefined || before.group === each.group) return;
          expect([each.previousGroup, each.enteredOn]).toEqual([before.group, 100 + at]);
          expect(each.inputHash).toBe(`hash-${100 + at}-${each.groupRow}`);
        });
      }),
      { seed: 2 },
    );
  });
});
