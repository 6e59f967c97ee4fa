import { describe, expect, it } from '@jest/globals';
import type { JobRow } from '@siyu/shared/contracts/jobs';
import { jobSentence, percentOf } from './job-words.ts';

const job: JobRow = {
  name: 'score-full',
  state: 'WAITING',
  isStoppable: true,
  isRunWanted: false,
  startedAt: null,
  finishedAt: null,
  nextAt: null,
  attempts: 0,
  lastFailure: null,
  units: null,
};

describe('a job in words', () => {
  it('D-04 says what failed as a sentence and never as a code', () => {
    const lastFailure = { at: '2026-11-24T02:00:00Z', code: 'jobs.disk_full', hint: 'QueryFailedError' };
    expect(jobSentence({ ...job, state: 'FAILED', attempts: 3, lastFailure })).toBe(
      '连续失败 3 次。数据库没有空间了，请联系运维扩容。',
    );
    expect(jobSentence({ ...job, state: 'FAILED', attempts: 1 })).not.toContain('undefined');
  });

  it('D-04 tells the progress where the total is known, and never the whole before the end', () => {
    expect(percentOf({ done: 4, total: 4 })).toBe(99);
    expect(percentOf({ done: 1, total: 3 })).toBe(33);
    expect(percentOf({ done: 7, total: null })).toBeNull();
    expect(percentOf({ done: 0, total: 0 })).toBeNull();
    expect(jobSentence({ ...job, state: 'RUNNING', units: { done: 7, total: null } })).toContain('7 位');
  });
});
