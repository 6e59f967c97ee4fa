import type { ScoreOptions } from './options.ts';
import type { Scored } from './tally.ts';

export interface LineTotals {
  /** Lines with data: neither the header nor blank. */
  readonly rows: number;
  readonly rejects: number;
}

/** The table that ends a run. */
export function summary(
  { output, html }: ScoreOptions,
  scored: Scored,
  { rows, rejects }: LineTotals,
  rejectsPath: string,
): string {
  const { heading, division, counts, customers, notes } = scored;
  const width = Math.max(16, ...[...counts.keys()].map((name) => name.length + 1));
  const share = (count: number): string =>
    customers === 0 ? '-' : `${((100 * count) / customers).toFixed(1)} %`;
  const row = (name: string, count: number | string, last: string): string =>
    `${name.padEnd(width)}${String(count).padStart(10)}${last.padStart(10)}`;
  const lines = [
    heading,
    '',
    row(division, 'customers', 'share'),
    ...[...counts].map(([name, count]) => row(name, count, share(count))),
    row('all customers', customers, share(customers)),
    '',
    ...(notes.length === 0 ? [] : [...notes, '']),
    row('rows read', rows, ''),
    row('rows rejected', rejects, ''),
    '',
    `scores: ${output}`,
    ...(rejects === 0 ? [] : [`rejects: ${rejectsPath}`]),
    ...(html === null ? [] : [`page: ${html}`]),
  ];
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}
