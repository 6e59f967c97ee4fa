import { describe, expect, it } from '@jest/globals';
import { keptInWords, purgeInWords } from './kept-in-words.ts';

const done = {
  before: '2024-11-29',
  startedAt: '2026-11-29T00:00:00.000Z',
  finishedAt: '2026-11-29T00:00:09.000Z',
  removed: 1_204,
  removedInAll: 9_000,
};

describe('the retention table in words', () => {
  it('F-08 says how long a line is kept, and what ends it where no time is set', () => {
    expect(keptInWords({ end: 'PURGE', keptMonths: 24 })).toBe('24 个月');
    expect(keptInWords({ end: 'LAW', keptMonths: 240 })).toBe('20 年');
    expect(keptInWords({ end: 'CLOSING', keptMonths: null })).toBe('到注销账号为止');
    expect(keptInWords({ end: 'PASSING', keptMonths: null })).toBe('到用完为止');
  });

  it('F-08 says what a purge has deleted, and that one is under way', () => {
    expect(purgeInWords({ end: 'LAW', purge: null })).toBeNull();
    expect(purgeInWords({ end: 'PURGE', purge: null })).toBe('还没有清理过');
    expect(purgeInWords({ end: 'PURGE', purge: done })).toBe('2024年11月29日以前的已清理，删除 1,204 条');
    expect(purgeInWords({ end: 'PURGE', purge: { ...done, finishedAt: null } })).toBe(
      '正在清理2024年11月29日以前的，已删除 1,204 条',
    );
  });
});
