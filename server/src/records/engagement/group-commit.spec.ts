import { describe, expect, it } from '@jest/globals';
import { GroupCommit, type GroupCommitOptions } from './group-commit.ts';

interface Held {
  readonly group: readonly number[];
  readonly finish: () => void;
}

/** A group commit of numbers (their weight is 1) whose commits are finished by hand. */
function byHand(options: Partial<GroupCommitOptions<number, string>> = {}) {
  const held: Held[] = [];
  const groups = new GroupCommit<number, string>({
    commit: (group) =>
      new Promise((resolve) =>
        held.push({ group, finish: () => resolve(group.map((each) => `ok ${each}`)) }),
      ),
    weightOf: () => 1,
    weightMax: 3,
    waitMs: 1,
    concurrency: 1,
    backlogMax: 100,
    refuse: () => new Error('refused'),
    isOfAll: () => false,
    ...options,
  });
  const nextGroup = async (): Promise<Held> => {
    for (;;) {
      const next = held.shift();
      if (next !== undefined) return next;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  };
  return { groups, nextGroup };
}

describe('group commit', () => {
  it('answers no request before its commit is done', async () => {
    const { groups, nextGroup } = byHand();
    let isAnswered = false;
    const answer = groups.submit(1).finally(() => (isAnswered = true));
    const { finish } = await nextGroup();
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(isAnswered).toBe(false);
    finish();
    expect(await answer).toBe('ok 1');
  });

  it('closes a group at its weight and gathers what comes during a commit into the next', async () => {
    const { groups, nextGroup } = byHand();
    const answers = [1, 2, 3, 4, 5].map((each) => groups.submit(each));
    const first = await nextGroup();
    expect(first.group).toEqual([1, 2, 3]);
    first.finish();
    const second = await nextGroup();
    expect(second.group).toEqual([4, 5]);
    second.finish();
    expect(await Promise.all(answers)).toEqual(['ok 1', 'ok 2', 'ok 3', 'ok 4', 'ok 5']);
  });

  it('tries the requests of a failed group one by one, so that a bad one harms no other', async () => {
    const seen: (readonly number[])[] = [];
    const groups = new GroupCommit<number, string>({
      commit: async (group) => {
        seen.push(group);
        if (group.includes(2)) throw new Error('bad');
        return group.map((each) => `ok ${each}`);
      },
      weightOf: () => 1,
      weightMax: 3,
      waitMs: 1,
      concurrency: 1,
      backlogMax: 100,
      refuse: () => new Error('refused'),
      isOfAll: () => false,
    });
    const answers = await Promise.allSettled([1, 2, 3].map((each) => groups.submit(each)));
    expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : 'failed'))).toEqual([
      'ok 1',
      'failed',
      'ok 3',
    ]);
    expect(seen).toEqual([[1, 2, 3], [1], [2], [3]]);
  });

  it('tries nobody of a group again one by one whose failure is that of all, such as a database that is away', async () => {
    let commits = 0;
    const groups = new GroupCommit<number, string>({
      commit: () => {
        commits += 1;
        return Promise.reject(new Error('away'));
      },
      weightOf: () => 1,
      weightMax: 3,
      waitMs: 1,
      concurrency: 1,
      backlogMax: 100,
      refuse: () => new Error('refused'),
      isOfAll: (error) => error instanceof Error && error.message === 'away',
    });
    const answers = await Promise.allSettled([1, 2, 3].map((each) => groups.submit(each)));
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(commits).toBe(1);
  });

  it('refuses at once what would wait too long', async () => {
    const { groups, nextGroup } = byHand({ weightMax: 2, backlogMax: 4 });
    const answers = [1, 2, 3, 4, 5, 6].map((each) => groups.submit(each));
    // Two are being committed, four wait; the seventh is too many.
    await expect(groups.submit(7)).rejects.toThrow('refused');
    for (let turn = 0; turn < 3; turn += 1) (await nextGroup()).finish();
    expect(await Promise.all(answers)).toHaveLength(6);
  });
});
