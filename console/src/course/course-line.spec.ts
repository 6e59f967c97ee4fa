import { expect, it } from '@jest/globals';
import { courseLine, highestLevel } from './course-line.ts';

const BOX = { width: 300, height: 100 };
const levelsOf = (...values: number[]) => values.map((value, from) => ({ from, value }));

it('F-10 the line of viewers has a level for each step and reaches the top where most watched', () => {
  const levels = levelsOf(1, 4, 0);
  expect(courseLine(levels, 3, BOX)).toEqual([
    { x: 0, y: 75 },
    { x: 100, y: 75 },
    { x: 100, y: 0 },
    { x: 200, y: 0 },
    { x: 200, y: 100 },
    { x: 300, y: 100 },
  ]);
  expect(highestLevel(levels)).toEqual({ from: 1, value: 4 });
  expect(highestLevel(levelsOf(0, 0))).toBeNull();
  expect(courseLine(levelsOf(0), 1, BOX).map(({ y }) => y)).toEqual([100, 100]);
});

it('G-09 a figure that did not change holds until the day on which it did', () => {
  const days = [
    { from: 20_700, value: 10 },
    { from: 20_708, value: 20 },
  ];
  expect(courseLine(days, 20_710, BOX).map(({ x }) => x)).toEqual([0, 240, 240, 300]);
});
