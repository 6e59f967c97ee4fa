import { expect, it } from '@jest/globals';
import { busiestStep, courseLine, courseSentence } from './course-line.ts';

const BOX = { width: 300, height: 100 };
const pointsOf = (...viewers: number[]) =>
  viewers.map((count, at) => ({ at: `2026-12-10T11:3${at}:00.000Z`, viewers: count }));

it('F-10 the line of viewers has a level for each step and reaches the top where most watched', () => {
  const points = pointsOf(1, 4, 0);
  expect(courseLine(points, BOX)).toEqual([
    { x: 0, y: 75 },
    { x: 100, y: 75 },
    { x: 100, y: 0 },
    { x: 200, y: 0 },
    { x: 200, y: 100 },
    { x: 300, y: 100 },
  ]);
  expect(busiestStep(points)).toEqual({ step: 1, viewers: 4 });
});

it('F-10 the sentence says the same as the line, and an audience of nobody has no line to speak of', () => {
  expect(courseSentence({ stepMinutes: 3, points: pointsOf(2, 1_204, 1_204, 12) })).toBe(
    '按每 3 分钟算，19:31 起人最多，有 1,204 人在看；最后一段有 12 人。',
  );
  expect(courseSentence({ stepMinutes: 1, points: pointsOf(0, 0) })).toBe('没有客户看过。');
  expect(courseSentence({ stepMinutes: 1, points: [] })).toBe('没有客户看过。');
  expect(courseLine(pointsOf(0), BOX).map(({ y }) => y)).toEqual([100, 100]);
});
