import { expect, it } from '@jest/globals';
import { scoreCourse } from './score-course.ts';

const box = { width: 100, height: 50 };
const kept = (fromAsOf: string, toAsOf: string | null, scoreHundredths: number) => ({
  fromAsOf,
  toAsOf,
  scoreHundredths,
});

it('D-04 draws the course of a score from left to right, level from one day boundary to the next', () => {
  const course = scoreCourse(
    [kept('2026-11-11', null, 600), kept('2026-11-01', '2026-11-11', 100)],
    '2026-11-21',
    box,
  );
  expect(course.map(({ x, y }) => [x, y])).toEqual([
    [0, 50],
    [50, 50],
    [50, 0],
    [100, 0],
  ]);
});

it('D-04 a score of one day is a line too, and none is no line', () => {
  expect(scoreCourse([], '2026-11-21', box)).toEqual([]);
  expect(scoreCourse([kept('2026-11-21', null, 350)], '2026-11-21', box).map(({ x, y }) => [x, y])).toEqual([
    [0, 25],
    [100, 25],
  ]);
});
