import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import {
  readMutationEvidence,
  scored,
  writeMutationEvidence,
  type MutatedFolder,
} from './mutation-evidence.ts';
import { rfmFolderHash, rfmFolders } from './rfm-sources.ts';
import { run } from './run.ts';

const TOOLS = 'tools/mutation';
const LEAST_SCORE = 80;
/** Fits of whole panels take a minute and say nothing about the other folders. */
const HEAVY = 'lifetime';

const Report = z.object({
  files: z.record(
    z.string(),
    z.object({
      mutants: z.array(
        z.object({
          status: z.string(),
          mutatorName: z.string(),
          replacement: z.string().optional(),
          location: z.object({ start: z.object({ line: z.number() }) }),
        }),
      ),
    }),
  ),
});
type Report = z.infer<typeof Report>;

const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();

async function install(): Promise<boolean> {
  if (existsSync(join(TOOLS, 'node_modules'))) return true;
  return (await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: TOOLS })) === 0;
}

/** A copy of the shared sources, which Stryker may write over while people go on in the checkout. */
function snapshot(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), `siyu-mutate-${folder}-`));
  cpSync('shared/src', join(copy, 'shared/src'), { recursive: true });
  mkdirSync(join(copy, 'tools'));
  cpSync('tools/public-data.ts', join(copy, 'tools/public-data.ts'));
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
  writeFileSync(join(copy, 'package.json'), '{"type":"module"}\n');
  const configuration = {
    testRunner: 'plain',
    plugins: [resolve(TOOLS, 'plain-runner.mjs')],
    mutate: [`shared/src/rfm/${folder}/**/*.ts`, '!**/*.spec.ts', '!**/testing/**'],
    inPlace: true,
    concurrency: 1,
    coverageAnalysis: 'perTest',
    dryRunTimeoutMinutes: 20,
    timeoutMS: 15_000,
    timeoutFactor: 3,
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: 'report.json' },
  };
  writeFileSync(join(copy, 'stryker.config.json'), JSON.stringify(configuration));
  return copy;
}

/** Mutates one folder of the core; null when Stryker could not. */
async function mutate(folder: string): Promise<MutatedFolder | null> {
  const sha256 = rfmFolderHash(folder);
  const copy = snapshot(folder);
  const started = performance.now();
  try {
    const stryker = resolve(TOOLS, 'node_modules/@stryker-mutator/core/bin/stryker.js');
    const code = await run(process.execPath, [stryker, 'run', 'stryker.config.json'], {
      cwd: copy,
      env: {
        SIYU_PUBLIC_DATA: process.env['SIYU_PUBLIC_DATA'] ?? resolve('../shared/data'),
        SIYU_MUTATE_WITHOUT: folder === HEAVY ? '' : HEAVY,
      },
    });
    if (code !== 0) return null;
    const report = Report.parse(JSON.parse(readFileSync(join(copy, 'report.json'), 'utf8')));
    const mutants = Object.values(report.files).flatMap((file) => file.mutants);
    const count = (status: string): number => mutants.filter((mutant) => mutant.status === status).length;
    tellSurvivors(report);
    return {
      folder,
      sha256,
      commit: git('rev-parse', 'HEAD'),
      ...scored({
        killed: count('Killed'),
        timedOut: count('Timeout'),
        survived: count('Survived'),
        notCovered: count('NoCoverage'),
      }),
      seconds: Math.round((performance.now() - started) / 1000),
    };
  } finally {
    rmSync(copy, { recursive: true });
  }
}

function tellSurvivors(report: Report): void {
  for (const [file, { mutants }] of Object.entries(report.files)) {
    for (const { status, mutatorName, replacement = '', location } of mutants) {
      if (status !== 'Survived' && status !== 'NoCoverage') continue;
      const text = replacement.replace(/\s+/g, ' ').slice(0, 80);
      console.log(`  ${status} ${file}:${location.start.line} ${mutatorName} → ${text}`);
    }
  }
}

/** Mutates the named folders; without names those whose sources are not the ones of the evidence. */
async function main(named: readonly string[]): Promise<boolean> {
  if (!(await install())) return false;
  const known = rfmFolders();
  const unknown = named.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    console.error(`no folder ${unknown} in shared/src/rfm: ${known.join(', ')}`);
    return false;
  }
  const rows = recordedRows(known);
  const isStale = (folder: string): boolean => rows.get(folder)?.sha256 !== rfmFolderHash(folder);
  const stryker = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(TOOLS, 'node_modules/@stryker-mutator/core/package.json'), 'utf8')));
  for (const folder of named.length > 0 ? named : known.filter(isStale)) {
    const row = await mutate(folder);
    if (row === null) return false;
    // After each folder, so that an interrupted run goes on where it stopped.
    writeMutationEvidence([...recordedRows(known).set(folder, row).values()], stryker.version);
    console.log(`${folder}: ${row.score} % of ${row.killed + row.timedOut + row.survived + row.notCovered}`);
  }
  const recorded = recordedRows(known);
  const total = writeMutationEvidence([...recorded.values()], stryker.version);
  console.log(`shared/src/rfm: ${total.score} %, at least ${LEAST_SCORE} wanted`);
  return total.score >= LEAST_SCORE && recorded.size === known.length;
}

/** What the evidence says of the folders that are still there. */
function recordedRows(known: readonly string[]): Map<string, MutatedFolder> {
  const rows = readMutationEvidence()?.folders ?? [];
  return new Map(rows.filter(({ folder }) => known.includes(folder)).map((row) => [row.folder, row]));
}

process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
