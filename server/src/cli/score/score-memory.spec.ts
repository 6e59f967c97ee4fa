import { spawn } from 'node:child_process';
import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { heavyCheck } from '../../../../tools/heavy-check.ts';

const LIMIT_MB = 250;
const check = heavyCheck('score-memory');
const [LINES, CUSTOMERS] = check.size === 'full' ? [1_000_000, 100_000] : [50_000, 5_000];
const program = fileURLToPath(new URL('../../../dist/cli/score.js', import.meta.url));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'siyu-score-memory-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A repeatable sequence of integers under `bound` (mulberry32). */
function sequence(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  };
}

/** Writes the file in random order of customers and returns what a correct run must find in it. */
async function generate(path: string): Promise<{ customers: number; amountFen: number }> {
  const next = sequence(check.seed);
  const customers = new Set<number>();
  let amountFen = 0;
  const file = await open(path, 'w');
  await file.writeFile('customer_id,date,amount,benefit\n');
  for (let line = 0; line < LINES;) {
    const portion: string[] = [];
    for (const end = Math.min(LINES, line + 20_000); line < end; line += 1) {
      // The first lines name every customer once, in a scrambled order; 7919 is prime to the count.
      const customer = line < CUSTOMERS ? (line * 7919) % CUSTOMERS : next(CUSTOMERS);
      const fen = next(100_000_000);
      customers.add(customer);
      amountFen += fen;
      const yuan = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
      const day = `2026-${String(1 + next(9)).padStart(2, '0')}-${String(1 + next(28)).padStart(2, '0')}`;
      portion.push(`customer-${String(customer).padStart(8, '0')},${day},${yuan},${next(1000)}.5\n`);
    }
    await file.writeFile(portion.join(''));
  }
  await file.close();
  return { customers: customers.size, amountFen };
}

/** Runs the compiled program; the child itself tells its greatest resident size when it ends. */
async function measured(
  args: readonly string[],
): Promise<{ code: number | null; peakMb: number; err: string }> {
  const tell = "process.on('exit', () => process.stderr.write('peak-kb ' + process.resourceUsage().maxRSS))";
  const child = spawn(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(tell)}`, program, ...args],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: process.env['PATH'] },
    },
  );
  let err = '';
  child.stderr.on('data', (data: Buffer) => (err += data.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, peakMb: Number(/peak-kb (\d+)$/.exec(err)?.[1]) / 1024, err };
}

const counts: Record<string, number> = {};
afterAll(() => check.record(counts));

/** Scores the same million lines by a model and holds its output against what was written. */
async function scoreAll(model: string, amountColumn: number, ...more: readonly string[]) {
  if (!existsSync(program)) throw new Error('server/dist/cli/score.js is not built: npm run build');
  const [input, output] = [join(folder, 'in.csv'), join(folder, 'out.csv')];
  const expected = await generate(input);
  const started = performance.now();
  const args = ['--in', input, '--model', model, '--as-of', '2026-10-01', '--out', output, ...more];
  const run = await measured(args);
  const seconds = (performance.now() - started) / 1000;
  expect([run.code, run.err]).toEqual([0, expect.stringContaining('peak-kb')]);

  let customers = 0;
  let amountFen = 0;
  let purchases = 0;
  let previous = '';
  for await (const line of createInterface({ input: createReadStream(output) })) {
    const cells = line.split(',');
    const [id = '', , count] = cells;
    if (id === 'customer_id') continue;
    expect(id > previous).toBe(true);
    previous = id;
    customers += 1;
    purchases += Number(count);
    amountFen += Number(cells[amountColumn]?.replace('.', ''));
  }
  expect({ customers, amountFen, purchases }).toEqual({ ...expected, purchases: LINES });
  expect(run.peakMb).toBeLessThanOrEqual(LIMIT_MB);
  return { customers, peakMb: Number(run.peakMb.toFixed(1)), seconds: Number(seconds.toFixed(2)) };
}

const timeout = check.size === 'full' ? 180_000 : 60_000;

it(
  'A-09 a million lines of 100,000 customers in random order stay under 250 MB resident',
  async () => {
    Object.assign(counts, { lines: LINES, limitMb: LIMIT_MB, ...(await scoreAll('afb-2023', 4)) });
  },
  timeout,
);

it(
  'B-01 a million lines of 100,000 customers are cut into fifths under 250 MB resident',
  async () => {
    const { peakMb, seconds } = await scoreAll('rfm-quintile', 3);
    Object.assign(counts, { quintilePeakMb: peakMb, quintileSeconds: seconds });
  },
  timeout,
);

it(
  'B-09 the page for people keeps counts and no rows: a million lines with --html stay under 250 MB resident',
  async () => {
    const html = join(folder, 'report.html');
    const { customers, peakMb } = await scoreAll('afb-2023', 4, '--html', html);
    const page = await readFile(html, 'utf8');
    expect(page.length).toBeLessThan(100_000);
    expect(page).toContain(`<b>${customers.toLocaleString('en')}</b>`);
    counts['htmlPeakMb'] = peakMb;
  },
  timeout,
);
