import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { build } from './build.ts';
import { medianOf } from './median.ts';

/** What one run found: the figure of the bench, with those beside it by name where there are any. */
export type Measured = number | { readonly value: number; readonly beside: Readonly<Record<string, number>> };

/** Another way to the same answer, measured in the same run. */
export interface Peer {
  readonly name: string;
  readonly measure: () => Promise<Measured>;
}

/** A figure of the same run beside the one the bench is about, such as a percentile. */
export interface Figure {
  readonly unit: 's' | 'ms' | 'µs' | 'MB' | '×';
  readonly bound?: number;
  readonly aim?: number;
}

/** What a file of bench/ exports as `bench`: one figure that must stay under its bound. */
export interface Bench {
  readonly name: string;
  /** What one run measures, in a sentence. */
  readonly measures: string;
  readonly unit: 's' | 'ms' | 'µs';
  readonly bound: number;
  readonly aim?: number;
  readonly runs: number;
  /** Minutes long: only run when named, or by the name without `-large` together with `--large`. */
  readonly isLong?: boolean;
  /** Figures that every run of ours finds beside its own, by name. */
  readonly beside?: Readonly<Record<string, Figure>>;
  /** Makes ready what all runs share; `finish` takes it away again, also after a failure. */
  readonly prepare?: () => Promise<void>;
  readonly finish?: () => Promise<void>;
  /** Makes ready those who are there, after the answers were compared. A round measures each once, one after the other. */
  readonly peers?: () => readonly Peer[];
  /** How many times as long as a peer it may take. */
  readonly aimBeside?: { readonly peer: string; readonly times: number };
  readonly measure: () => Promise<Measured>;
}

const Row = z.object({
  name: z.string(),
  measures: z.string(),
  unit: z.string(),
  bound: z.number(),
  aim: z.number().optional(),
  median: z.number(),
  runs: z.array(z.number()),
  aimBeside: z.object({ peer: z.string(), times: z.number() }).optional(),
  /** Each with its median, and how many times as long as it ours took. */
  peers: z
    .array(
      z.object({
        name: z.string(),
        median: z.number(),
        runs: z.array(z.number()),
        times: z.number(),
        /** Medians. */
        beside: z.record(z.string(), z.number()).optional(),
      }),
    )
    .optional(),
  beside: z
    .record(
      z.string(),
      z.object({
        unit: z.string(),
        bound: z.number().optional(),
        aim: z.number().optional(),
        median: z.number(),
        runs: z.array(z.number()),
      }),
    )
    .optional(),
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

const rounded = (value: number): number => Number(value.toFixed(3));

/** The runs of one measure, in their order. */
class Runs {
  readonly values: number[] = [];
  readonly beside: Record<string, number[]> = {};

  add(measured: Measured): void {
    this.values.push(rounded(typeof measured === 'number' ? measured : measured.value));
    if (typeof measured === 'number') return;
    for (const [name, value] of Object.entries(measured.beside))
      (this.beside[name] ??= []).push(rounded(value));
  }

  /** Medians of what stands beside, or nothing. */
  get medians(): { readonly beside?: Readonly<Record<string, number>> } {
    const each = Object.entries(this.beside).map(([name, runs]) => [name, medianOf(runs)] as const);
    return each.length === 0 ? {} : { beside: Object.fromEntries(each) };
  }
}

async function measure(bench: Bench): Promise<Row> {
  try {
    await bench.prepare?.();
    const peers = (bench.peers?.() ?? []).map((peer) => ({ ...peer, runs: new Runs() }));
    const runs = new Runs();
    for (let run = 0; run < bench.runs; run += 1) {
      runs.add(await bench.measure());
      for (const peer of peers) peer.runs.add(await peer.measure());
    }
    return rowOf(bench, runs, peers);
  } finally {
    await bench.finish?.();
  }
}

function rowOf(
  bench: Bench,
  runs: Runs,
  peers: readonly { readonly name: string; readonly runs: Runs }[],
): Row {
  const { name, measures, unit, bound, aim, aimBeside } = bench;
  const median = medianOf(runs.values);
  const beside = Object.entries(bench.beside ?? {}).map(([figure, limits]) => {
    const values = runs.beside[figure] ?? [];
    return [figure, { ...limits, median: medianOf(values), runs: values }] as const;
  });
  return {
    name,
    measures,
    unit,
    bound,
    ...(aim === undefined ? {} : { aim }),
    ...(aimBeside === undefined ? {} : { aimBeside }),
    median,
    runs: runs.values,
    ...(beside.length === 0 ? {} : { beside: Object.fromEntries(beside) }),
    ...(peers.length === 0
      ? {}
      : {
          peers: peers.map((peer) => {
            const own = medianOf(peer.runs.values);
            const times = rounded(median / own);
            return { name: peer.name, median: own, runs: peer.runs.values, times, ...peer.runs.medians };
          }),
        }),
    commit: execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).trim(),
  };
}

/** By the bounds of today, also for a figure that was recorded before. */
function isWithinBounds(row: Row, { bound, beside = {} }: Bench): boolean {
  const isGood = ([name, figure]: [string, Figure]): boolean =>
    figure.bound === undefined || (row.beside?.[name]?.median ?? Infinity) <= figure.bound;
  return row.median <= bound && Object.entries(beside).every(isGood);
}

/** One line for the bench, and one for each figure and each peer beside it. */
function print(row: Row, isWithin: boolean): void {
  const { name, median, unit, bound, aim, peers = [], aimBeside, beside = {} } = row;
  const limits = (limit: { bound?: number | undefined; aim?: number | undefined }): string =>
    (limit.bound === undefined ? '' : `, bound ${limit.bound}`) +
    (limit.aim === undefined ? '' : `, aim ${limit.aim}`);
  console.log(`${isWithin ? '✓' : '✗'} ${name}: median ${median} ${unit}${limits({ bound, aim })}`);
  for (const [figure, each] of Object.entries(beside))
    console.log(`  ${figure}: median ${each.median} ${each.unit}${limits(each)}`);
  for (const peer of peers) {
    const times = aimBeside?.peer === peer.name ? `, aim ${aimBeside.times}` : '';
    console.log(
      `  ${peer.name}: median ${peer.median} ${unit}; ours takes ${peer.times} times as long${times}`,
    );
    for (const [figure, value] of Object.entries(peer.beside ?? {})) console.log(`    ${figure}: ${value}`);
  }
}

async function main(): Promise<boolean> {
  const args = process.argv.slice(2);
  const isCheck = args.includes('--check');
  const isLarge = args.includes('--large');
  const named = args.filter((arg) => !arg.startsWith('--'));
  if (!(await build(['server', 'console', 'h5']))) return false;
  const rows = new Map(readRows().map((row) => [row.name, row]));
  let isGood = true;
  for (const bench of await listBenches()) {
    const isNamed = named.some((name) => bench.name === name || (isLarge && bench.name === `${name}-large`));
    const isWanted = named.length === 0 ? bench.isLong !== true : isNamed;
    const row = isWanted ? await measure(bench) : rows.get(bench.name);
    if (row === undefined) {
      if (isCheck && named.length === 0) {
        console.log(`✗ ${bench.name}: no figure recorded; npm run bench -- ${bench.name}`);
        isGood = false;
      }
      continue;
    }
    const isWithin = isWithinBounds(row, bench);
    isGood &&= isWithin;
    print(row, isWithin);
    if (isWanted && !isCheck) rows.set(bench.name, row);
  }
  if (!isCheck) writeFileSync(RESULTS, `${JSON.stringify([...rows.values()], null, 2)}\n`);
  return isGood;
}

process.exitCode = (await main()) ? 0 : 1;
