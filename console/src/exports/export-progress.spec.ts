import { describe, expect, it } from '@jest/globals';
import { percentWritten, pollEvery } from './export-progress.ts';

describe('an export on its way', () => {
  it('D-04 is asked about often while it is written, seldom while a person decides, and then no more', () => {
    expect(pollEvery([{ state: 'IN_REVIEW' }, { state: 'RUNNING' }])).toBe(2_000);
    expect(pollEvery([{ state: 'IN_REVIEW' }, { state: 'DONE' }])).toBe(15_000);
    expect(pollEvery([{ state: 'DONE' }, { state: 'REFUSED' }, { state: 'PURGED' }])).toBe(false);
  });

  it('D-04 is whole only when its file is there', () => {
    expect(percentWritten({ state: 'RUNNING', rowsDone: 12, rowsExpected: 10 })).toBe(99);
    expect(percentWritten({ state: 'DONE', rowsDone: 9, rowsExpected: 10 })).toBe(100);
    expect(percentWritten({ state: 'RUNNING', rowsDone: 0, rowsExpected: 0 })).toBe(0);
  });
});
