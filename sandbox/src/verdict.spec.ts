import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CLAUSES } from './verdict-words.ts';
import { verdictOn } from './verdict.ts';

const SRC = 'sandbox/src';

/** Every clause that the title of a test names. */
function testedClauses(): ReadonlySet<string> {
  const specs = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.spec.ts'),
  );
  const titles = specs.flatMap((name) => readFileSync(join(SRC, name), 'utf8').match(/SBX-[0-9]+/g) ?? []);
  return new Set(titles);
}

describe('verdicts', () => {
  it('E-03 name only clauses that a test shows', () => {
    const tested = testedClauses();
    expect(Object.values(CLAUSES).filter((clause) => !tested.has(clause))).toEqual([]);
  });

  it('E-03 say who refuses, and the bare code where nothing better is known', () => {
    const call = { api: 'wecom/gettoken', errcode: 40013, fault: null };
    expect(verdictOn(call).words).toContain('企业微信会拒绝：没有这个企业');
    expect(verdictOn({ ...call, errcode: 99999 }).words).toBe('企业微信会拒绝：错误码 99999');
    expect(verdictOn({ api: 'x', errcode: 40001, fault: 'slow' }).outcome).toBe('refused');
    expect(verdictOn({ api: 'x', errcode: 0, fault: 'slow' }).outcome).toBe('accepted');
  });
});
