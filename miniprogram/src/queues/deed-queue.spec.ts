import { beforeEach, describe, expect, it } from '@jest/globals';
import { ApiError } from '../api/api-error';
import { memoryStorage } from '../testing/memory-storage';
import { type Answer, createDeedQueue, type Deed, type DeedQueue, type Outcome } from './deed-queue';

const completion = (deedId: string, lessonId = 'lesson-1'): Deed => ({
  kind: 'completion',
  deedId,
  memberId: 'member-1',
  lessonId,
  readPercent: 100,
  hasSeenLastParagraph: true,
  occurredAt: '2026-11-24T06:00:00.000Z',
});
const progress = (deedId: string, readPercent: number): Deed => ({
  kind: 'progress',
  deedId,
  memberId: 'member-1',
  lessonId: 'lesson-1',
  readPercent,
});

describe('deed queue', () => {
  let storage = memoryStorage();
  let performed: string[] = [];
  let settled: [string, Outcome['state']][] = [];
  let failure: ApiError | null = null;
  beforeEach(() => {
    storage = memoryStorage();
    performed = [];
    settled = [];
    failure = null;
  });
  const launch = (): DeedQueue =>
    createDeedQueue({
      storage,
      recordableMember: () => 'member-1',
      perform: async (deed): Promise<Answer> => {
        if (failure !== null) throw failure;
        performed.push(deed.deedId);
      },
      onSettled: (deed, outcome) => settled.push([deed.deedId, outcome.state]),
      onChange: () => undefined,
    });

  it('D-03 A-11 a lesson finished without a network is finished later, by another run of the app, once', async () => {
    failure = new ApiError('client.offline', 0, '');
    const first = launch();
    expect(await first.submit(completion('a'))).toEqual({ state: 'waiting' });
    expect(first.waiting('member-1')).toHaveLength(1);

    failure = null;
    const second = launch();
    expect(await second.flush()).toBe(true);
    expect(await second.flush()).toBe(true);
    expect(performed).toEqual(['a']);
    expect(settled).toEqual([['a', 'done']]);
    expect(second.waiting('member-1')).toEqual([]);
  });

  it('keeps the order in which things were done', async () => {
    failure = new ApiError('http.503', 503, '');
    const queue = launch();
    await queue.submit(completion('a', 'lesson-1'));
    await queue.submit(completion('b', 'lesson-2'));
    failure = null;
    await queue.flush();
    expect(performed).toEqual(['a', 'b']);
  });

  it('gives up a deed that the server refuses, with its reason, and goes on', async () => {
    failure = new ApiError('content.lesson_not_found', 404, '这一课已下架');
    const queue = launch();
    expect(await queue.submit(completion('a'))).toEqual({ state: 'refused', sentence: '这一课已下架' });
    failure = null;
    expect(await queue.submit(completion('b'))).toEqual({ state: 'done', answer: undefined });
    expect(settled).toEqual([
      ['a', 'refused'],
      ['b', 'done'],
    ]);
  });

  it('keeps only the latest place in a lesson', async () => {
    failure = new ApiError('client.offline', 0, '');
    const queue = launch();
    await queue.submit(progress('a', 20));
    await queue.submit(progress('b', 55));
    expect(queue.waiting('member-1').map(({ deedId }) => deedId)).toEqual(['b']);
  });

  it('answers each of several deeds handed over at once', async () => {
    const queue = launch();
    const outcomes = await Promise.all(['a', 'b', 'c'].map((id) => queue.submit(completion(id, id))));
    expect(outcomes.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
    expect(performed).toEqual(['a', 'b', 'c']);
  });
});
