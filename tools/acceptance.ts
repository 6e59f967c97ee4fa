import type { TestOutcome } from './jest-results.ts';

/** A row of docs/acceptance.md: the claim that a line of an issue is met, and by which test. */
export interface AcceptanceRow {
  readonly id: string;
  readonly state: string;
  /** Part of the title of the test that proves the line; it carries the id. Empty while the line is open. */
  readonly test: string;
  readonly command: string;
  readonly figure: string;
  readonly commit: string;
}

const ID = /^[A-Z]-\d{2}$/;

/**
 * Reads the table of docs/acceptance.md: `| id | state | test | command | figure | commit |`.
 * @throws {Error} when a row has another number of cells, or an id stands twice.
 */
export function readAcceptance(markdown: string): AcceptanceRow[] {
  const rows: AcceptanceRow[] = [];
  for (const line of markdown.split('\n')) {
    const cells = line.split('|').map((cell) => cell.trim());
    const id = cells[1] ?? '';
    if (!ID.test(id)) continue;
    if (cells.length !== 8) throw new Error(`acceptance row ${id} has ${cells.length - 2} cells, not 6`);
    const [, , state = '', test = '', command = '', figure = '', commit = ''] = cells;
    if (rows.some((row) => row.id === id && row.test === test))
      throw new Error(`acceptance row ${id} stands twice`);
    rows.push({ id, state, test: test.replace(/^`|`$/g, ''), command, figure, commit });
  }
  return rows;
}

/**
 * Holds the table against the run.
 * @returns one sentence per fault: a row whose test does not exist, did not run or failed; a met row without figure,
 * command or commit; a test that carries an id which the table does not know.
 */
export function checkAcceptance(rows: readonly AcceptanceRow[], tests: readonly TestOutcome[]): string[] {
  const faults: string[] = [];
  for (const row of rows) {
    if (!['met', 'open', 'not met'].includes(row.state))
      faults.push(`${row.id}: unknown state "${row.state}"`);
    if (row.state === 'met' && row.test === '') faults.push(`${row.id}: met, but names no test`);
    if (
      row.state === 'met' &&
      (row.command === '' || row.figure === '' || !/^[0-9a-f]{7,40}$/.test(row.commit))
    ) {
      faults.push(`${row.id}: a met row needs its command, its figure and the commit it ran on`);
    }
    if (row.test === '') continue;
    if (!row.test.includes(row.id)) faults.push(`${row.id}: the title "${row.test}" does not carry the id`);
    const named = tests.filter((test) => test.title.includes(row.test));
    if (named.length === 0) faults.push(`${row.id}: no test named "${row.test}" ran`);
    for (const test of named.filter((each) => each.outcome === 'failed')) {
      faults.push(`${row.id}: "${test.title}" failed`);
    }
  }
  const known = new Set(rows.map((row) => row.id));
  for (const test of tests) {
    for (const [id] of test.title.matchAll(/\b[A-Z]-\d{2}\b/g)) {
      if (!known.has(id))
        faults.push(`${test.file}: "${test.title}" carries ${id}, which docs/acceptance.md does not list`);
    }
  }
  return faults;
}
