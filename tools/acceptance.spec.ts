import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { checkAcceptance, readAcceptance } from './acceptance.ts';

const row = (id: string, state: string, test: string, commit = 'abcdef1') =>
  `| ${id} | ${state} | \`${test}\` | npm test | 3 of 3 | ${commit} |`;
const passed = (title: string) => ({ file: 'a.spec.ts', title, outcome: 'passed' as const });

describe('the acceptance table', () => {
  it('A-03 is content with rows whose tests ran', () => {
    const rows = readAcceptance(row('A-01', 'met', 'A-01 flags a planted violation'));
    expect(checkAcceptance(rows, [passed('boundaries A-01 flags a planted violation of each kind')])).toEqual(
      [],
    );
  });

  it('A-03 refuses a row that names a test which did not run', () => {
    const rows = readAcceptance(row('A-01', 'met', 'A-01 a test that is not there'));
    expect(checkAcceptance(rows, [])).toEqual(['A-01: no test named "A-01 a test that is not there" ran']);
  });

  it('A-03 refuses a met row without a commit, and a title without the id', () => {
    const rows = readAcceptance(row('A-01', 'met', 'some title', ''));
    expect(checkAcceptance(rows, [passed('some title')])).toHaveLength(2);
  });

  it('A-03 refuses a test that carries an id unknown to the table', () => {
    expect(checkAcceptance([], [passed(['Z', '99 does something'].join('-'))])).toHaveLength(1);
  });

  it('A-03 refuses a failed test behind a row', () => {
    const rows = readAcceptance(row('A-02', 'met', 'A-02 starts'));
    expect(checkAcceptance(rows, [{ file: 'a', title: 'A-02 starts', outcome: 'failed' }])).toEqual([
      'A-02: "A-02 starts" failed',
    ]);
  });

  it('A-03 can be held against its own words before anything ran', () => {
    const rows = readAcceptance(readFileSync('docs/acceptance.md', 'utf8'));
    const asIfAllPassed = rows.filter(({ test }) => test !== '').map(({ test }) => passed(test));
    expect(checkAcceptance(rows, asIfAllPassed)).toEqual([]);
  });
});
