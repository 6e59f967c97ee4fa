import { describe, expect, it } from '@jest/globals';
import { percentDone, pollEvery } from './import-progress.ts';

describe('progress of an import', () => {
  it('C-02 is told in whole percent and is never complete before the end', () => {
    const at = (bytesDone: number) => percentDone({ state: 'RUNNING', bytesDone, bytesTotal: 1_000 });
    expect([at(0), at(9), at(10), at(505), at(999), at(1_000)]).toEqual([0, 0, 1, 50, 99, 99]);
    expect(percentDone({ state: 'QUEUED', bytesDone: 20, bytesTotal: 40 })).toBe(0);
    expect(percentDone({ state: 'DONE', bytesDone: 40, bytesTotal: 40 })).toBe(100);
    expect(percentDone({ state: 'CANCELLED', bytesDone: 20, bytesTotal: 40 })).toBe(50);
  });

  it('C-02 is asked for every two seconds while something waits or runs, and else never', () => {
    expect(pollEvery([{ state: 'DONE' }, { state: 'QUEUED' }])).toBe(2_000);
    expect(pollEvery([{ state: 'RUNNING' }])).toBe(2_000);
    expect(pollEvery([{ state: 'DONE' }, { state: 'FAILED' }, { state: 'CANCELLED' }])).toBe(false);
    expect(pollEvery([])).toBe(false);
  });
});
