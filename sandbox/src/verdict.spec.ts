import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { CLAUSES } from './verdict-words.ts';
import { verdictOn } from './verdict.ts';

const README = readFileSync('sandbox/README.md', 'utf8');

describe('verdicts', () => {
  it('E-03 name only clauses that the README has', () => {
    const lines = README.split('\n').filter((line) => /^\| SBX-/.test(line));
    const known = lines.flatMap((line) => (line.split('|')[1] ?? '').match(/[0-9]+/g) ?? []);
    const named = Object.values(CLAUSES).map((clause) => clause.replace('SBX-', ''));
    expect(named.filter((no) => !known.includes(no))).toEqual([]);
  });

  it('E-03 say who refuses, and the bare code where nothing better is known', () => {
    const call = { api: 'wecom/gettoken', errcode: 40013, fault: null };
    expect(verdictOn(call).words).toContain('企业微信会拒绝：没有这个企业');
    expect(verdictOn({ ...call, errcode: 99999 }).words).toBe('企业微信会拒绝：错误码 99999');
    expect(verdictOn({ api: 'x', errcode: 40001, fault: 'slow' }).outcome).toBe('refused');
    expect(verdictOn({ api: 'x', errcode: 0, fault: 'slow' }).outcome).toBe('accepted');
  });
});
