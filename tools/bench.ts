import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { build } from './build.ts';
import { medianOf } from './median.ts';

/** What a file of bench/ exports as `bench`: one figure that must stay under its bound. */
export interface Bench {
  readonly name: string;
  /** What one run measures, in a sentence. */
  readonly measures: string;
  readonly unit: 's' | 'ms';
  readonly bound: number;
  readonly aim?: number;
  readonly runs: number;
  /** Minutes long: only run when named, and checked by its recorded figure otherwise. */
  readonly isLong?: boolean;
  readonly measure: () => Promise<number>;
}

const Row = z.object({
  name: z.string(),
  measures: z.string(),
  unit: z.string(),
  bound: z.number(),
  aim: z.number().optional(),
  median: z.number(),
  runs: z.array(z.number()),
  commit: z.string(),
});
type Row = z.infer<typeof Row>;
const RESULTS = 'bench/results.json';

function readRows(): Row[] {
  return existsSync(RESULTS) ? z.array(Row).parse(JSON.parse(readFileSync(RESULTS, 'utf8'))) : [];
}

async function listBenches(): Promise<Bench[]> {
  const benches: Bench[] = [];
  for (const file of readdirSync('bench').filter((name) => name.endsWith('.bench.ts'))) {
    const module: unknown = await import(pathToFileURL(resolve('bench', file)).href);
    benches.push(z.object({ bench: z.custom<Bench>((value) => value !== undefined) }).parse(module).bench);
  }
  return benches;
}

async function measure(bench: Bench): Promise<Row> {
  const runs: number[] = [];
  for (let run = 0; run < bench.runs; run += 1) runs.push(Number((await bench.measure()).toFixed(3)));
  const { name, measures, unit, bound, aim } = bench;
  const commit = execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
  return {
    name,
    measures,
    unit,
    bound,
    ...(aim === undefined ? {} : { aim }),
    median: medianOf(runs),
    runs,
    commit,
  };
}

async function main(): Promise<boolean> {
  const args = process.argv.slice(2);
  const isCheck = args.includes('--check');
  const named = args.filter((arg) => !arg.startsWith('--'));
  if (!(await build(['server', 'console', 'h5']))) return false;
  const rows = new Map(readRows().map((row) => [row.name, row]));
  let isGood = true;
  for (const bench of await listBenches()) {
    const isWanted = named.length === 0 ? bench.isLong !== true : named.includes(bench.name);
    const row = isWanted ? await measure(bench) : rows.get(bench.name);
    if (row === undefined) {
      if (isCheck && named.length === 0) {
        console.log(`✗ ${bench.name}: no figure recorded; npm run bench -- ${bench.name}`);
        isGood = false;
      }
      continue;
    }
    const isWithin = row.median <= bench.bound;
    isGood &&= isWithin;
    console.log(
      `${isWithin ? '✓' : '✗'} ${bench.name}: median ${row.median} ${bench.unit}, bound ${bench.bound}`,
    );
    if (isWanted && !isCheck) rows.set(bench.name, row);
  }
  if (!isCheck) writeFileSync(RESULTS, `${JSON.stringify([...rows.values()], null, 2)}\n`);
  return isGood;
}

process.exitCode = (await main()) ? 0 : 1;
