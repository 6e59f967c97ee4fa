import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { build } from './build.ts';
import { medianOf } from './median.ts';

/** Another way to the same answer, measured in the same run. */
export interface Peer {
  readonly name: string;
  readonly measure: () => Promise<number>;
}

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
  /** Makes ready those who are there, after the answers were compared. A round measures each once, one after the other. */
  readonly peers?: () => readonly Peer[];
  /** How many times as long as a peer it may take. */
  readonly aimBeside?: { readonly peer: string; readonly times: number };
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
  aimBeside: z.object({ peer: z.string(), times: z.number() }).optional(),
  /** Each with its median, and how many times as long as it ours took. */
  peers: z
    .array(z.object({ name: z.string(), median: z.number(), runs: z.array(z.number()), times: z.number() }))
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

async function measure(bench: Bench): Promise<Row> {
  const peers = (bench.peers?.() ?? []).map((peer) => ({ ...peer, runs: new Array<number>() }));
  const runs: number[] = [];
  for (let run = 0; run < bench.runs; run += 1) {
    runs.push(rounded(await bench.measure()));
    for (const peer of peers) peer.runs.push(rounded(await peer.measure()));
  }
  const { name, measures, unit, bound, aim, aimBeside } = bench;
  const median = medianOf(runs);
  const commit = execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
  return {
    name,
    measures,
    unit,
    bound,
    ...(aim === undefined ? {} : { aim }),
    ...(aimBeside === undefined ? {} : { aimBeside }),
    median,
    runs,
    ...(peers.length === 0
      ? {}
      : {
          peers: peers.map((peer) => {
            const own = medianOf(peer.runs);
            return { name: peer.name, median: own, runs: peer.runs, times: rounded(median / own) };
          }),
        }),
    commit,
  };
}

/** One line for the bench, and one for each peer beside it. */
function print(row: Row, isWithin: boolean): void {
  const { name, median, unit, bound, peers = [], aimBeside } = row;
  console.log(`${isWithin ? '✓' : '✗'} ${name}: median ${median} ${unit}, bound ${bound}`);
  for (const peer of peers) {
    const aim = aimBeside?.peer === peer.name ? `, aim ${aimBeside.times}` : '';
    console.log(
      `  ${peer.name}: median ${peer.median} ${unit}; ours takes ${peer.times} times as long${aim}`,
    );
  }
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
    print(row, isWithin);
    if (isWanted && !isCheck) rows.set(bench.name, row);
  }
  if (!isCheck) writeFileSync(RESULTS, `${JSON.stringify([...rows.values()], null, 2)}\n`);
  return isGood;
}

process.exitCode = (await main()) ? 0 : 1;
