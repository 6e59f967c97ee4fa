import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { checkAcceptance, readAcceptance } from './acceptance.ts';
import { build } from './build.ts';
import { checkCompliance, readCompliance } from './compliance.ts';
import { readJestResults, type Results } from './jest-results.ts';
import { licences } from './licences.ts';
import { LINT_STAGES } from './lint.ts';
import { hasMariaDb, removeTemplate, startMariaDb, type MariaDb } from './mariadb.ts';
import { RECORDED_REQUESTS } from './recorded-place.ts';
import { ROOMY, run } from './run.ts';
import { printStageSeconds, stages } from './stages.ts';
import { installSystemPackages } from './system.ts';

const CACHE = '.cache';
const RUNS = ['unit', 'e2e', 'kills', 'alone', 'afterwards'] as const;
const isEverythingRequired = process.env['SIYU_REQUIRE_ALL'] === '1';

function jest(
  name: (typeof RUNS)[number],
  projects: readonly string[],
  workers: number,
  env: Record<string, string>,
) {
  return run(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--no-warnings',
      'node_modules/jest/bin/jest.js',
      '-c',
      'tools/jest.config.mjs',
      '--selectProjects',
      ...projects,
      '--json',
      `--outputFile=${CACHE}/jest-${name}.json`,
      `--maxWorkers=${workers}`,
      '--ci',
    ],
    { env: { NODE_OPTIONS: `--experimental-vm-modules ${ROOMY}`, SIYU_ENV: 'test', ...env } },
  );
}

async function main(): Promise<boolean> {
  mkdirSync(CACHE, { recursive: true });
  rmSync(RECORDED_REQUESTS, { recursive: true, force: true });
  for (const name of RUNS) rmSync(`${CACHE}/jest-${name}.json`, { force: true });

  const databases: MariaDb[] = [];
  const env: Record<string, string> = {};
  let absent: string[] = [];
  const installed = await stages({
    'system packages': async () => {
      absent = installSystemPackages();
      return isEverythingRequired && absent.length > 0 ? 1 : 0;
    },
  });
  // No check reads what is built, and each has moments in which it leaves a core idle: three at once keep both busy.
  const checks = await stages({ build: async () => ((await build()) ? 0 : 1), ...LINT_STAGES, licences }, 3);
  const readied = await stages({
    databases: async () => {
      if (!hasMariaDb()) return 0;
      const memory = await startMariaDb('memory');
      const disk = await startMariaDb('disk');
      databases.push(memory, disk);
      env['SIYU_TEST_MARIADB'] = memory.url;
      env['SIYU_TEST_MARIADB_DURABLE'] = disk.url;
      return 0;
    },
  });
  // Specs wait for their databases, journeys for their pages: three at once keep two cores busy.
  const tests = await stages({
    specs: () => jest('unit', ['shared', 'server', 'sandbox', 'tools', 'console', 'miniprogram'], 3, env),
    journeys: () => jest('e2e', ['e2e'], 3, env),
    kills: () => jest('kills', ['e2e-kills'], 2, env),
    alone: () => jest('alone', ['e2e-alone'], 1, env),
    afterwards: () => jest('afterwards', ['e2e-afterwards'], 1, env),
  });
  await Promise.all(databases.map((database) => database.stop()));
  removeTemplate();

  const results = RUNS.map((name) => readJestResults(`${CACHE}/jest-${name}.json`));
  const all: Results = {
    tests: results.flatMap((each) => each.tests),
    files: results.flatMap((each) => each.files),
  };
  return report(all, absent) && installed && checks && readied && tests;
}

function report(results: Results, absent: readonly string[]): boolean {
  const count = (outcome: string): number => results.tests.filter((test) => test.outcome === outcome).length;
  const faults = [
    ...checkAcceptance(readAcceptance(readFileSync('docs/acceptance.md', 'utf8')), results.tests),
    ...checkCompliance(readCompliance(readFileSync('docs/compliance.md', 'utf8')), results.tests),
  ];

  console.log('\nslowest files         seconds');
  for (const file of [...results.files].sort((a, b) => b.seconds - a.seconds).slice(0, 10)) {
    console.log(`${file.seconds.toFixed(1).padStart(8)}  ${file.file}`);
  }
  printStageSeconds();
  const skipped = results.tests.filter((test) => test.outcome === 'skipped');
  if (skipped.length > 0) {
    console.log(`\nskipped (absent here: ${absent.join(', ') || 'see titles'})`);
    for (const test of skipped) console.log(`  ${test.file} › ${test.title}`);
  }
  for (const test of results.tests.filter((each) => each.outcome === 'failed')) {
    console.log(`failed: ${test.file} › ${test.title}`);
  }
  for (const fault of faults) console.log(`acceptance: ${fault}`);
  console.log(`\n${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`);
  return count('failed') === 0 && faults.length === 0 && !(isEverythingRequired && count('skipped') > 0);
}

process.exitCode = (await main()) ? 0 : 1;
