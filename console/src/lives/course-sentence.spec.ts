import { expect, it } from '@jest/globals';
import { courseSentence } from './course-sentence.ts';

const pointsOf = (...viewers: number[]) =>
  viewers.map((count, at) => ({ at: `2026-12-10T11:3${at}:00.000Z`, viewers: count }));

it('F-10 the sentence says the same as the line, and an audience of nobody has no line to speak of', () => {
  expect(courseSentence({ stepMinutes: 3, points: pointsOf(2, 1_204, 1_204, 12) })).toBe(
    '按每 3 分钟算，19:31 起人最多，有 1,204 人在看；最后一段有 12 人。',
  );
  expect(courseSentence({ stepMinutes: 1, points: pointsOf(0, 0) })).toBe('没有客户看过。');
  expect(courseSentence({ stepMinutes: 1, points: [] })).toBe('没有客户看过。');
});
