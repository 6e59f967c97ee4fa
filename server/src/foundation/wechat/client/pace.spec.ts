import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Pace } from './pace.ts';

const names = (api: string) => ({ platform: 'wecom', api }) as const;

describe('the pace of calls to a platform', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  /** How many of so many calls at once had their turn after each second. */
  const turnsOf = async (pace: Pace, api: string, perMinute: number, calls: number, seconds: number) => {
    let [gone, refused] = [0, 0];
    for (let each = 0; each < calls; each += 1)
      void pace.wait(names(api), perMinute).then(
        () => (gone += 1),
        () => (refused += 1),
      );
    const after: number[] = [];
    await jest.advanceTimersByTimeAsync(1);
    for (let second = 0; second < seconds; second += 1) {
      after.push(gone);
      await jest.advanceTimersByTimeAsync(1_000);
    }
    return { after, refused };
  };

  it('I-08 E-06 goes no faster than the quota of each API, and who would wait too long is told at once', async () => {
    const pace = new Pace();
    expect(await turnsOf(pace, 'add_msg_template', 180, 8, 3)).toEqual({ after: [3, 6, 8], refused: 0 });
    // Another API has a quota of its own.
    expect((await turnsOf(pace, 'get_groupmsg', 60, 2, 2)).after).toEqual([1, 2]);
    // Three a second, fifteen and one may wait: the twentieth is sent away and asked again later.
    const { refused } = await turnsOf(new Pace(), 'add_msg_template', 180, 20, 1);
    expect(refused).toBe(1);
  });
});
