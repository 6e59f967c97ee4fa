import { describe, expect, it } from '@jest/globals';
import { JobLoop } from './job-loop.ts';

const lease = {
  job: 'work',
  fence: 1,
  assertHeld: async () => undefined,
  progress: async () => null,
  saveProgress: async () => undefined,
  isCancelled: async () => false,
  isEnding: () => false,
};

describe('a job loop', () => {
  it('A-06 never runs twice at once; wake-ups during a run cause one more run', async () => {
    let running = 0;
    let most = 0;
    let runs = 0;
    const loop: JobLoop = new JobLoop({
      everyMs: () => 60_000,
      hold: async () => lease,
      run: async () => {
        runs += 1;
        running += 1;
        most = Math.max(most, running);
        if (runs === 1) for (let times = 0; times < 5; times += 1) loop.wake();
        await new Promise((resolve) => setTimeout(resolve, 5));
        running -= 1;
      },
      onError: () => undefined,
    });
    loop.start();
    await loop.idle();
    expect({ runs, most }).toEqual({ runs: 2, most: 1 });
    await loop.stop();
    loop.wake();
    await loop.idle();
    expect(runs).toBe(2);
  });

  it('goes on after a run that failed, and does not run without the lease', async () => {
    const errors: unknown[] = [];
    let runs = 0;
    let mayHold = true;
    const loop = new JobLoop({
      everyMs: () => 60_000,
      hold: async () => (mayHold ? lease : null),
      run: async () => {
        runs += 1;
        if (runs === 1) throw new Error('first');
      },
      onError: (error) => errors.push(error),
    });
    loop.start();
    await loop.idle();
    loop.wake();
    await loop.idle();
    mayHold = false;
    loop.wake();
    await loop.idle();
    await loop.stop();
    expect(runs).toBe(2);
    expect(errors).toHaveLength(1);
  });
});
