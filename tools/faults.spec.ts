import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

/** The faults of what is built; those of the other issues come with them. */
const ROWS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 20, 21, 22, 23, 24, 25, 26, 27, 28];
const SPECS = ['server/src', 'shared/src', 'sandbox/src', 'console/src', 'e2e', 'tools'];

interface Listed {
  readonly fault: number;
  readonly tests: readonly string[];
  readonly command: string;
  readonly control: string;
}

/** Lines of the table `| fault | promise | test | command | control |`. */
function readTable(markdown: string): readonly Listed[] {
  return markdown.split('\n').flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    const fault = Number(cells[1]);
    if (!Number.isInteger(fault) || fault === 0) return [];
    if (cells.length !== 7) throw new Error(`fault ${fault} has ${cells.length - 2} cells, not 5`);
    const [, , , test = '', command = '', control = ''] = cells;
    return [{ fault, tests: titlesIn(`${test} ${control}`), command, control }];
  });
}

function titlesIn(cells: string): readonly string[] {
  return [...cells.matchAll(/`([^`]*\bfault \d[^`]*)`/g)].map(([, title = '']) => title);
}

/** Titles that carry a fault, as they stand in the text of a spec. */
function titlesOf(spec: string): readonly string[] {
  return spec
    .split('\n')
    .flatMap((line) => /(['"`])((?:(?!\1).)*\bfault \d+(?:(?!\1).)*)\1/.exec(line)?.[2] ?? []);
}

function faultsOf(title: string): readonly number[] {
  return [...title.matchAll(/\bfault (\d+)/g)].map(([, digits]) => Number(digits));
}

/** One sentence for each title that is in one of the two places only. */
function compare(listed: readonly Listed[], inTree: readonly string[]): readonly string[] {
  const known = new Set(inTree);
  const missing = listed
    .flatMap(({ tests }) => tests)
    .filter((title) => !known.has(title))
    .map((title) => `no spec has the test "${title}"`);
  const unlisted = inTree.flatMap((title) =>
    faultsOf(title)
      .filter((fault) => !listed.some((row) => row.fault === fault && row.tests.includes(title)))
      .map((fault) => `docs/faults.md lists "${title}" nowhere under fault ${fault}`),
  );
  return [...missing, ...unlisted];
}

describe('the list of faults', () => {
  const listed = readTable(readFileSync('docs/faults.md', 'utf8'));
  const specs = SPECS.flatMap((folder) =>
    readdirSync(folder, { recursive: folder !== 'tools', encoding: 'utf8' }).map((file) =>
      join(folder, file),
    ),
  ).filter((file) => file.endsWith('.spec.ts') && file !== join('tools', 'faults.spec.ts'));
  const inTree = specs.flatMap((file) => titlesOf(readFileSync(file, 'utf8')));

  it('C-11 names tests that are there, and every test of a fault', () => {
    expect(inTree.length).toBeGreaterThan(20);
    expect(compare(listed, inTree)).toEqual([]);
  });

  it('C-11 has every fault of the issue, each with a test, a command and a control', () => {
    expect([...new Set(listed.map(({ fault }) => fault))].sort((a, b) => a - b)).toEqual(ROWS);
    for (const { fault, tests, command, control } of listed) {
      expect([fault, tests.length > 0, command !== '', control !== '']).toEqual([fault, true, true, true]);
    }
  });

  it('C-11 sees a test that is not there, and one that nobody lists', () => {
    const [row] = readTable('| 12 | x | `fault 12 is there` | npm test | none |');
    const spec = ["it('fault 12 is there', () => {", "  it('C-11 fault 13 is new', async () => {"].join('\n');
    expect(compare(row === undefined ? [] : [row], titlesOf(spec))).toEqual([
      'docs/faults.md lists "C-11 fault 13 is new" nowhere under fault 13',
    ]);
    expect(compare(readTable('| 12 | x | `fault 12 is gone` | npm test | none |'), [])).toEqual([
      'no spec has the test "fault 12 is gone"',
    ]);
  });
});
