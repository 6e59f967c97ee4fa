import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './whole.ts';

const CUSTOMERS = 1_200;
const PURCHASES = 9_000;
export const REPORT_AS_OF = '2026-11-24';

/** A repeatable sequence of numbers from 0 to 1 (mulberry32). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Purchases of a made-up firm: a few customers buy often, a few spend much, and some lines are wrong. */
function purchases(): string {
  const next = sequence(9);
  const lines = ['customer_id,date,amount,benefit'];
  for (let line = 0; line < PURCHASES; line += 1) {
    // Frequent customers first, and every thirteenth customer is rich.
    const customer = Math.floor(next() ** 3 * CUSTOMERS);
    const yuan = Math.exp(5 + next() * 4 + (customer % 13 === 0 ? 3 : 0));
    const day = new Date(Date.parse(REPORT_AS_OF) - (1 + Math.floor(next() ** 2 * 700)) * 86_400_000);
    const benefit = yuan * 0.006 * (next() < 0.03 ? -1 : 1);
    lines.push(`c${customer},${day.toISOString().slice(0, 10)},${yuan.toFixed(2)},${benefit.toFixed(2)}`);
  }
  for (let line = 0; line < 40; line += 1) lines.push(`c${line},2026-02-30,5,0`);
  for (let line = 0; line < 11; line += 1) lines.push(`c${line},2026-02-03,-5,0`);
  return `${lines.join('\n')}\n`;
}

/** What `npm run score` made of one file of purchases. */
export interface ScoredFile {
  readonly csv: string;
  readonly rejects: string;
  /** Address of the page. */
  readonly url: string;
}

/** Runs the built command line over a file of its own in `folder`. */
export function scoreFile(folder: string, model: 'afb-2023' | 'rfm-quintile'): ScoredFile {
  const [input, csv, html] = ['purchases.csv', `${model}.csv`, `${model}.html`].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  writeFileSync(input, purchases());
  execFileSync(
    process.execPath,
    [
      join(ROOT, 'server/dist/cli/score.js'),
      ...['--in', input, '--model', model, '--as-of', REPORT_AS_OF, '--out', csv, '--html', html],
    ],
    { env: { PATH: process.env['PATH'] }, stdio: 'pipe' },
  );
  return { csv, rejects: csv.replace('.csv', '.rejects.csv'), url: pathToFileURL(html).href };
}
