import { describe, expect, it } from '@jest/globals';
import { importOutcome } from './import-outcome.ts';

type Told = Parameters<typeof importOutcome>[0];
const told = (change: Partial<Told>): string =>
  importOutcome({
    kind: 'transactions',
    state: 'DONE',
    isCancelWanted: false,
    bytesDone: 100,
    bytesTotal: 100,
    recorded: 0,
    duplicates: 0,
    rejected: 0,
    hasRejects: false,
    failureCode: null,
    ...change,
  });

describe('what became of a file', () => {
  it('C-02 tells the three figures and what to do with the rejected lines', () => {
    expect(told({ recorded: 1_200, duplicates: 30, rejected: 2, hasRejects: true })).toBe(
      '导入了 1,200 行，30 行此前已导入，没有重复计入，退回了 2 行。请下载退回明细，按原因改好原文件再上传；已导入的行再传一次也只算一次。',
    );
    expect(told({ recorded: 5 })).toBe('导入了 5 行。');
  });

  it('C-02 says that the same file has been taken before, with or without bad lines', () => {
    expect(told({ duplicates: 12 })).toBe('这份文件此前导入过：12 行都已存在，这次没有改变任何内容。');
    expect(told({ duplicates: 12, rejected: 1, hasRejects: true })).toContain('退回了 1 行。');
    expect(told({ recorded: 1, duplicates: 12 })).not.toContain('此前导入过');
  });

  it('C-02 names a file of nothing but its header', () => {
    expect(told({})).toBe('文件里只有表头，没有可以导入的行。');
  });

  it('C-02 says who must approve a calendar', () => {
    expect(told({ kind: 'exchange_holidays', recorded: 28 })).toContain('要经另一位同事复核后才生效');
    expect(told({ kind: 'exchange_holidays', duplicates: 28 })).not.toContain('复核');
  });

  it('C-02 says what a cancelled or failed import leaves behind', () => {
    expect(told({ state: 'CANCELLED' })).toContain('没有导入任何内容。');
    expect(told({ state: 'CANCELLED', recorded: 500 })).toContain('取消前导入的 500 行保留。');
    expect(told({ state: 'FAILED', failureCode: 'imports.too_many_lines' })).toBe(
      '这类文件需要整份判断，行数超过了上限，请拆分后上传。',
    );
    const broken = told({ state: 'FAILED', failureCode: 'imports.internal_failure', recorded: 1_500 });
    expect(broken).toContain('1,500 行保留');
  });

  it('C-02 tells what goes on while it goes on', () => {
    expect(told({ state: 'QUEUED' })).toContain('正在排队');
    expect(told({ state: 'RUNNING', bytesDone: 10 })).toContain('从断点继续');
    expect(told({ state: 'RUNNING' })).toContain('正在整理结果');
    for (const state of ['QUEUED', 'RUNNING'] as const)
      expect(told({ state, isCancelWanted: true })).toContain('正在取消');
  });
});
