import type { TestOutcome } from './jest-results.ts';

/** A row of docs/compliance.md: a requirement of the law or of practice, and what proves it or brings it. */
export interface ComplianceRow {
  readonly id: string;
  readonly state: string;
  /** Part of the title of a test that proves it, or a part of it; the title carries the number. */
  readonly test: string;
  /** What is missing and which issue brings it. */
  readonly rest: string;
}

/** The requirements as they are numbered, by their family. */
const FAMILIES: Readonly<Record<string, number>> = {
  SUIT: 15,
  ADV: 13,
  PUB: 9,
  INC: 8,
  '3P': 3,
  PI: 10,
  SEC: 6,
};
const REQUIREMENTS: ReadonlySet<string> = new Set(
  Object.entries(FAMILIES).flatMap(([family, count]) =>
    Array.from({ length: count }, (_, index) => `REQ-${family}-${index + 1}`),
  ),
);
const STATES = ['proved', 'in part', 'later'];
const NUMBER = /\bREQ-[A-Z0-9]+-\d+\b/g;

/**
 * Reads the tables of docs/compliance.md: `| number | requirement | state | test | what is missing |`.
 * @throws {Error} when a row of a requirement has another number of cells
 */
export function readCompliance(markdown: string): ComplianceRow[] {
  return markdown.split('\n').flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    const [, id = '', , state = '', test = '', rest = ''] = cells;
    if (!/^REQ-/.test(id)) return [];
    if (cells.length !== 7) throw new Error(`the row of ${id} has ${cells.length - 2} cells, not 5`);
    return [{ id, state, test: test.replace(/^`|`$/g, ''), rest }];
  });
}

/**
 * Holds the page against the run.
 * @returns one sentence per fault: a requirement that is missing, unknown or listed twice; one said to be proved
 * whose test did not run or failed, or has another number in its title; one to come that names no issue; a test that
 * carries a number nobody knows, or one the page says nothing is proved of.
 */
export function checkCompliance(rows: readonly ComplianceRow[], tests: readonly TestOutcome[]): string[] {
  const faults = [...faultsOfNumbers(rows), ...rows.flatMap((row) => faultsOfRow(row, tests))];
  const stateOf = new Map(rows.map(({ id, state }) => [id, state]));
  for (const { file, title } of tests)
    for (const [id] of title.matchAll(NUMBER)) {
      if (!REQUIREMENTS.has(id)) faults.push(`${file}: "${title}" carries ${id}, which is no requirement`);
      else if (stateOf.get(id) === 'later')
        faults.push(`${file}: "${title}" carries ${id}, of which docs/compliance.md says nothing is proved`);
    }
  return faults;
}

function faultsOfNumbers(rows: readonly ComplianceRow[]): string[] {
  const listed = rows.map(({ id }) => id);
  return [
    ...[...REQUIREMENTS].filter((id) => !listed.includes(id)).map((id) => `docs/compliance.md lacks ${id}`),
    ...listed
      .filter((id) => !REQUIREMENTS.has(id))
      .map((id) => `docs/compliance.md lists ${id}, which is none`),
    ...listed
      .filter((id, at) => listed.indexOf(id) !== at)
      .map((id) => `docs/compliance.md lists ${id} twice`),
  ];
}

function faultsOfRow({ id, state, test, rest }: ComplianceRow, tests: readonly TestOutcome[]): string[] {
  if (!STATES.includes(state)) return [`${id}: unknown state "${state}"`];
  const faults: string[] = [];
  if (state !== 'proved' && !/\b(issue [D-Z]|the firm)\b/.test(rest))
    faults.push(`${id}: ${state}, but nobody is named who brings the rest`);
  if (state === 'proved' && rest !== '') faults.push(`${id}: proved, and yet something is missing`);
  if (state === 'later') return test === '' ? faults : [...faults, `${id}: later, but names a test`];
  if (!new RegExp(`\\b${id}\\b`).test(test))
    faults.push(`${id}: the title "${test}" does not carry the number`);
  const named = tests.filter(({ title }) => test !== '' && title.includes(test));
  if (!named.some(({ outcome }) => outcome === 'passed'))
    faults.push(`${id}: no test named "${test}" passed`);
  for (const { title } of named.filter(({ outcome }) => outcome === 'failed'))
    faults.push(`${id}: "${title}" failed`);
  return faults;
}
