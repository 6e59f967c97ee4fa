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
import { MUTATED_CORES, sourcesHash, type MutatedCore } from './mutated-cores.ts';
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
function snapshot(path: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'siyu-mutate-'));
  cpSync('shared/src', join(copy, 'shared/src'), { recursive: true });
  mkdirSync(join(copy, 'tools'));
  cpSync('tools/public-data.ts', join(copy, 'tools/public-data.ts'));
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
  writeFileSync(join(copy, 'package.json'), '{"type":"module"}\n');
  const configuration = {
    testRunner: 'plain',
    plugins: [resolve(TOOLS, 'plain-runner.mjs')],
    mutate: [`${path}/*.ts`, '!**/*.spec.ts'],
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
async function mutate(core: MutatedCore, folder: string): Promise<MutatedFolder | null> {
  const path = core.pathOf(folder);
  const sha256 = sourcesHash(path);
  const copy = snapshot(path);
  const started = performance.now();
  try {
    const stryker = resolve(TOOLS, 'node_modules/@stryker-mutator/core/bin/stryker.js');
    const code = await run(process.execPath, [stryker, 'run', 'stryker.config.json'], {
      cwd: copy,
      env: {
        SIYU_PUBLIC_DATA: process.env['SIYU_PUBLIC_DATA'] ?? resolve('../shared/data'),
        SIYU_MUTATE_SPECS: core.root,
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

/** Mutates the named folders, or all of a named core; without names those whose sources are not the ones of the evidence. */
async function main(named: readonly string[]): Promise<boolean> {
  if (!(await install())) return false;
  const isOf = (name: string, folder: string): boolean => folder === name || folder.startsWith(`${name}/`);
  const known = MUTATED_CORES.flatMap((core) => core.folders());
  const unknown = named.find((name) => !known.some((folder) => isOf(name, folder)));
  if (unknown !== undefined) {
    console.error(`no folder ${unknown} in the cores: ${known.join(', ')}`);
    return false;
  }
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(TOOLS, 'node_modules/@stryker-mutator/core/package.json'), 'utf8')));
  for (const core of MUTATED_CORES) {
    const rows = recordedRows(core);
    const isStale = (folder: string): boolean =>
      rows.get(folder)?.sha256 !== sourcesHash(core.pathOf(folder));
    const isWanted = (folder: string): boolean =>
      named.length > 0 ? named.some((name) => isOf(name, folder)) : isStale(folder);
    const wanted = core.folders().filter(isWanted);
    if (!(await mutateAll(core, wanted, version))) return false;
  }
  return true;
}

/** Whether the core scores enough afterwards; one that nothing was wanted of is not asked. */
async function mutateAll(core: MutatedCore, folders: readonly string[], stryker: string): Promise<boolean> {
  if (folders.length === 0) return true;
  for (const folder of folders) {
    const row = await mutate(core, folder);
    if (row === null) return false;
    // After each folder, so that an interrupted run goes on where it stopped.
    writeMutationEvidence(core.evidence, [...recordedRows(core).set(folder, row).values()], stryker);
    console.log(`${folder}: ${row.score} % of ${row.killed + row.timedOut + row.survived + row.notCovered}`);
  }
  const recorded = recordedRows(core);
  const total = writeMutationEvidence(core.evidence, [...recorded.values()], stryker);
  console.log(`${core.root}: ${total.score} %, at least ${LEAST_SCORE} wanted`);
  return total.score >= LEAST_SCORE && recorded.size === core.folders().length;
}

/** What the evidence says of the folders that are still there. */
function recordedRows(core: MutatedCore): Map<string, MutatedFolder> {
  const known = core.folders();
  const rows = readMutationEvidence(core.evidence)?.folders ?? [];
  return new Map(rows.filter(({ folder }) => known.includes(folder)).map((row) => [row.folder, row]));
}

process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
