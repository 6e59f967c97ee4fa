import { expect, it } from '@jest/globals';
import type { LessonReach } from '@siyu/shared/contracts/analytics';
import { reachSentences } from './reach-sentences.ts';

const reach: LessonReach = {
  lessonId: '01900000-0000-7000-8000-000000000001',
  readAt: '2026-11-24T04:00:00.000Z',
  served: 400,
  open: 390,
  suitsStage: 30,
  suitsGroup: 20,
  suitsEither: 45,
  byStage: [],
  liveVersion: 2,
  finishedLive: 7,
  finishedAny: 10,
  reading: 4,
};
const said = (
  changes: Partial<LessonReach>,
  audience: Pick<Parameters<typeof reachSentences>[1], 'stages' | 'groups'>,
) =>
  reachSentences({ ...reach, ...changes }, { kind: 'lesson', ...audience }).map(
    ({ before, count, unit, after }) => `${before} ${count} ${unit} ${after}`,
  );

it('D-04 tells in advance whom a lesson reaches and who has read the version that is live', () => {
  const [school, home, first, readers] = said({}, { stages: ['FAMILIAR'], groups: [] });
  expect(school).toContain('400 位');
  expect(home).toContain('390 位');
  expect(first).toBe(
    '因为阶段或客群相符，会优先排给 45 位 客户（阶段相符 30 位，客群相符 20 位，可能重复）。',
  );
  expect(readers).toMatch(/第 2 版，学完它的有 7 位 ；学完过任何一版的共 10 位，在读 4 位/);
});

it('D-04 says of a new lesson for everybody that it is put forward to nobody and has been read by nobody', () => {
  const [, , first, readers] = said({ liveVersion: null, finishedAny: 0 }, { stages: [], groups: [] });
  expect(first).toMatch(/没有指定阶段或客群，会优先排给 0 位/);
  expect(readers).toMatch(/还没有发布过，学完过的客户有 0 位/);
});

it('F-03 F-10 says of a poster who has seen it, since nobody finishes a picture', () => {
  const sentences = reachSentences(
    { ...reach, finishedAny: 0, reading: 12 },
    { kind: 'poster', stages: [], groups: [] },
  ).map(({ before, count, after }) => `${before}${count}${after}`);
  expect(sentences.at(-1)).toBe('现在客户看到的是第 2 版，看过任何一版的有12。');
  expect(sentences.join('')).not.toMatch(/学|读/);
});
