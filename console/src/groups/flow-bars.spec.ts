import { describe, expect, it } from '@jest/globals';
import { flowBars, flowSentence } from './flow-bars.ts';

const day = (date: string, joins: number, leaves: number) => ({ day: `2026-11-${date}`, joins, leaves });
const BOX = { width: 100, height: 40 };

describe('the chart of who came and left', () => {
  it('E-08 draws joins and leaves of a group on one scale, and says in words what it draws', () => {
    const days = [day('27', 4, 0), day('28', 1, 2)];
    const { bars, middle, most } = flowBars(days, BOX);
    expect({ middle, most }).toEqual({ middle: 20, most: 4 });
    expect(bars.map(({ x, width, up, down }) => [x, width, up, down])).toEqual([
      [7.500000000000001, 35, 20, 0],
      [57.5, 35, 5, 10],
    ]);
    expect(flowSentence(days)).toBe('近 2 天有 5 人进群、2 人退群，净增 3 人。');
    expect(flowSentence([day('28', 1, 3)])).toBe('近 1 天有 1 人进群、3 人退群，净减 2 人。');
    expect(flowSentence([day('28', 1, 1)])).toBe('近 1 天有 1 人进群、1 人退群，人数没有变。');
    expect(flowSentence([day('28', 0, 0)])).toBe('近 1 天没有人进群，也没有人退群。');
    expect(flowBars([day('28', 0, 0)], BOX).bars.map(({ up, down }) => [up, down])).toEqual([[0, 0]]);
  });
});
