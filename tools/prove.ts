import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { z } from 'zod';
import { build } from './build.ts';
import { hasMariaDb, removeTemplate, startMariaDb } from './mariadb.ts';
import { run } from './run.ts';

interface Proof {
  readonly project: 'server' | 'e2e' | 'shared' | 'tools';
  readonly spec: string;
  /** Environment that removes the protection; the run must then fail. */
  readonly sabotage?: Readonly<Record<string, string>>;
}

const PROOFS: Readonly<Record<string, Proof>> = {
  'ingest-kill': {
    project: 'e2e',
    spec: 'e2e/ingest-kill.spec.ts',
    sabotage: { SIYU_SABOTAGE: 'ack-before-commit' },
  },
  'score-memory': { project: 'server', spec: 'server/src/cli/score/score-memory.spec.ts' },
  'import-memory': { project: 'server', spec: 'server/src/records/transactions/import-memory.spec.ts' },
  'import-order': { project: 'server', spec: 'server/src/records/transactions/import-order.spec.ts' },
};

const Evidence = z.object({
  size: z.string(),
  seed: z.number(),
  counts: z.record(z.string(), z.union([z.number(), z.string()])),
});

async function prove(name: string, proof: Proof, isSabotaged: boolean): Promise<boolean> {
  if (!(await build())) return false;
  const memory = hasMariaDb() ? await startMariaDb('memory') : null;
  const disk = hasMariaDb() ? await startMariaDb('disk') : null;
  mkdirSync('.cache', { recursive: true });
  const raw = `.cache/evidence-${name}.json`;
  rmSync(raw, { force: true });
  const started = performance.now();
  const code = await run(
    process.execPath,
    [
      'node_modules/jest/bin/jest.js',
      '-c',
      'tools/jest.config.mjs',
      '--selectProjects',
      proof.project,
      '--ci',
      '--',
      proof.spec,
    ],
    {
      env: {
        NODE_OPTIONS: '--experimental-vm-modules --no-warnings',
        SIYU_SIZE: 'full',
        SIYU_EVIDENCE: raw,
        ...(memory === null ? {} : { SIYU_TEST_MARIADB: memory.url }),
        ...(disk === null ? {} : { SIYU_TEST_MARIADB_DURABLE: disk.url }),
        ...(isSabotaged ? proof.sabotage : {}),
      },
    },
  );
  await Promise.all([memory?.stop(), disk?.stop()]);
  removeTemplate();
  if (isSabotaged) {
    console.log(code === 0 ? `${name}: the sabotage went unnoticed` : `${name}: the sabotage was noticed`);
    return code !== 0;
  }
  if (code !== 0 || !existsSync(raw)) {
    console.error(`${name} is not proved${code === 0 ? ': the test recorded no counts' : ''}`);
    return false;
  }
  const evidence = Evidence.parse(JSON.parse(readFileSync(raw, 'utf8')));
  const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();
  const result = {
    name,
    commit: git('rev-parse', 'HEAD'),
    isClean: git('status', '--porcelain', '--untracked-files=no') === '',
    machine: {
      node: process.versions.node,
      cpus: cpus().length,
      memoryGiB: Math.round(totalmem() / 2 ** 30),
    },
    ...evidence,
    seconds: Math.round((performance.now() - started) / 1000),
    result: 'proved',
  };
  mkdirSync('docs/evidence', { recursive: true });
  writeFileSync(`docs/evidence/${name}.json`, `${JSON.stringify(result, null, 2)}\n`);
  console.log(`${name}: proved, see docs/evidence/${name}.json`);
  return true;
}

const [name = '', ...flags] = process.argv.slice(2);
const proof = PROOFS[name];
if (proof === undefined) {
  console.error(`npm run prove -- NAME [--sabotage]; NAME is one of: ${Object.keys(PROOFS).join(', ')}`);
  process.exitCode = 1;
} else {
  process.exitCode = (await prove(name, proof, flags.includes('--sabotage'))) ? 0 : 1;
}
