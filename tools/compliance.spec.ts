import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { checkCompliance, type ComplianceRow, readCompliance } from './compliance.ts';

const page = readCompliance(readFileSync('docs/compliance.md', 'utf8'));
const passed = (title: string) => ({ file: 'a.spec.ts', title, outcome: 'passed' as const });
const asIfAllPassed = page.filter(({ test }) => test !== '').map(({ test }) => passed(test));
const faultsWith = (id: string, change: Partial<ComplianceRow>): string[] =>
  checkCompliance(
    page.map((row) => (row.id === id ? { ...row, ...change } : row)),
    asIfAllPassed,
  );
const [proved] = page.filter(({ state }) => state === 'proved');
const [later] = page.filter(({ state }) => state === 'later');

describe('docs/compliance.md', () => {
  it('F-09 lists every requirement once, each with its test or the issue that brings it', () => {
    expect(page).toHaveLength(64);
    expect(checkCompliance(page, asIfAllPassed)).toEqual([]);
  });

  it('F-09 is refused when a requirement is missing, unknown or there twice', () => {
    expect(checkCompliance(page.slice(1), asIfAllPassed)).toEqual([
      `docs/compliance.md lacks ${page[0]?.id}`,
    ]);
    const unknown = {
      ...page[0],
      id: ['REQ', 'PI', '99'].join('-'),
      state: 'later',
      test: '',
      rest: 'issue I',
    };
    expect(checkCompliance([...page, unknown], asIfAllPassed)).toHaveLength(1);
    expect(checkCompliance([...page, ...page.slice(0, 1)], asIfAllPassed)).toHaveLength(1);
  });

  it('F-09 is refused when what it calls proved did not run, failed, or carries another number', () => {
    const { id = '', test = '' } = proved ?? {};
    expect(faultsWith(id, { test: `${id} a test that is not there` })).toEqual([
      `${id}: no test named "${id} a test that is not there" passed`,
    ]);
    expect(faultsWith(id, { test: test.replaceAll(id, '') }).length).toBeGreaterThan(0);
    const failed = asIfAllPassed.map((each) =>
      each.title === test ? { ...each, outcome: 'failed' as const } : each,
    );
    expect(checkCompliance(page, failed).length).toBeGreaterThan(0);
  });

  it('F-09 is refused when what is to come names nobody, or is proved after all', () => {
    const { id = '' } = later ?? {};
    expect(faultsWith(id, { rest: 'some day' })).toEqual([
      `${id}: later, but nobody is named who brings the rest`,
    ]);
    expect(checkCompliance(page, [...asIfAllPassed, passed(`${id} is proved`)])).toHaveLength(1);
    expect(checkCompliance(page, [...asIfAllPassed, passed(['REQ', 'XX', '1'].join('-'))])).toHaveLength(1);
  });
});
