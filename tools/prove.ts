import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { z } from 'zod';
import { build } from './build.ts';
import { hasMariaDb, removeTemplate, startMariaDb } from './mariadb.ts';
import { run } from './run.ts';

interface Proof {
  readonly project: 'server' | 'e2e' | 'e2e-kills' | 'e2e-alone' | 'shared' | 'tools';
  readonly spec: string;
  /** Environments that each remove a protection, by name; a run in any of them must fail. */
  readonly sabotages?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const PROOFS: Readonly<Record<string, Proof>> = {
  'ingest-kill': {
    project: 'e2e-kills',
    spec: 'e2e/ingest-kill.spec.ts',
    sabotages: { 'ack-before-commit': { SIYU_SABOTAGE: 'ack-before-commit' } },
  },
  sends: {
    project: 'e2e-alone',
    spec: 'e2e/sends.spec.ts',
    sabotages: { 'resend-unknown': { SIYU_SABOTAGE: 'resend-unknown' } },
  },
  crash: {
    project: 'e2e-kills',
    spec: 'e2e/crash.spec.ts',
    sabotages: {
      'ack-before-commit': { SIYU_SABOTAGE: 'ack-before-commit' },
      'commits-not-flushed': { SIYU_CRASH_FLUSH: '0' },
    },
  },
  overload: {
    project: 'e2e-alone',
    spec: 'e2e/overload.spec.ts',
    sabotages: { 'never-shed': { SIYU_SABOTAGE: 'never-shed' } },
  },
  'rolling-restart': { project: 'e2e-alone', spec: 'e2e/rolling-restart.spec.ts' },
  'repeated-keys': { project: 'server', spec: 'server/src/services/content/repeated-keys.spec.ts' },
  'hostile-bodies': { project: 'server', spec: 'server/src/platform/http/hostile-bodies.spec.ts' },
  'migration-kill': { project: 'server', spec: 'server/src/testing/killed-migrations.spec.ts' },
  nightly: {
    project: 'server',
    spec: 'server/src/insight/scoring/nightly.spec.ts',
    sabotages: { 'nightly-ignores-recency': { SIYU_SABOTAGE: 'nightly-ignores-recency' } },
  },
  replay: { project: 'server', spec: 'server/src/insight/scoring/score-replay.spec.ts' },
  'score-memory': { project: 'server', spec: 'server/src/cli/score/score-memory.spec.ts' },
  'import-memory': { project: 'server', spec: 'server/src/records/transactions/import-memory.spec.ts' },
  rules: {
    project: 'server',
    spec: 'server/src/insight/segments/rules-in-sql.spec.ts',
    sabotages: { 'rules-compare-nulls': { SIYU_SABOTAGE: 'rules-compare-nulls' } },
  },
  'award-kills': {
    project: 'e2e-kills',
    spec: 'e2e/award-kills.spec.ts',
    sabotages: { 'mark-before-effect': { SIYU_SABOTAGE: 'mark-before-effect' } },
  },
  'campaign-kills': {
    project: 'e2e-kills',
    spec: 'e2e/campaign-kills.spec.ts',
    sabotages: {
      'mark-before-sending': { SIYU_SABOTAGE: 'mark-before-sending' },
      unfenced: { SIYU_SABOTAGE: 'unfenced' },
    },
  },
  'redemption-race': {
    project: 'server',
    spec: 'server/src/action/incentives/redemption/redemption-race.spec.ts',
    sabotages: {
      'stock-read-then-write': { SIYU_SABOTAGE: 'stock-read-then-write' },
      'points-read-then-write': { SIYU_SABOTAGE: 'points-read-then-write' },
    },
  },
  crawl: { project: 'e2e', spec: 'e2e/crawl.spec.ts' },
  'ledger-model': { project: 'server', spec: 'server/src/action/incentives/ledger/ledger-model.spec.ts' },
  doors: {
    project: 'server',
    spec: 'server/src/testing/doors/doors.spec.ts',
    // One of each gate; the small run goes past the gate at every door in turn, and any one can be named here.
    sabotages: {
      'productShelf.listShown': { SIYU_SABOTAGE: 'productShelf.listShown' },
      'feed.getFeed': { SIYU_SABOTAGE: 'feed.getFeed' },
      'message LIVE_STARTING': { SIYU_SABOTAGE: 'message LIVE_STARTING' },
    },
  },
  'import-order': { project: 'server', spec: 'server/src/records/transactions/import-order.spec.ts' },
};

const Evidence = z.object({
  size: z.string(),
  seed: z.number(),
  counts: z.record(z.string(), z.union([z.number(), z.string()])),
});

/** Runs the spec once. Small when sabotaged: a loss that a small run does not see is no loss the full one is sure to see. */
async function runSpec({ project, spec }: Proof, env: Readonly<Record<string, string>>): Promise<number> {
  const memory = hasMariaDb() ? await startMariaDb('memory') : null;
  const disk = hasMariaDb() ? await startMariaDb('disk') : null;
  const jest = ['node_modules/jest/bin/jest.js', '-c', 'tools/jest.config.mjs'];
  const code = await run(process.execPath, [...jest, '--selectProjects', project, '--ci', '--', spec], {
    env: {
      NODE_OPTIONS: '--experimental-vm-modules --no-warnings',
      ...(memory === null ? {} : { SIYU_TEST_MARIADB: memory.url }),
      ...(disk === null ? {} : { SIYU_TEST_MARIADB_DURABLE: disk.url }),
      ...env,
    },
  });
  await Promise.all([memory?.stop(), disk?.stop()]);
  removeTemplate();
  return code;
}

/** Every sabotage must make the spec fail, or the one that is named. */
async function proveBySabotage(name: string, proof: Proof, only: string | undefined): Promise<boolean> {
  const known = proof.sabotages ?? {};
  const named = only === undefined ? known : { [only]: known[only] ?? { SIYU_SABOTAGE: only } };
  const sabotages = Object.entries(named);
  if (sabotages.length === 0) {
    console.error(`${name} has no sabotage`);
    return false;
  }
  let isNoticed = true;
  for (const [sabotage, env] of sabotages) {
    const code = await runSpec(proof, { SIYU_SIZE: 'small', ...env });
    console.log(`${name}: ${sabotage} ${code === 0 ? 'went unnoticed' : 'was noticed'}`);
    isNoticed &&= code !== 0;
  }
  return isNoticed;
}

async function prove(name: string, proof: Proof): Promise<boolean> {
  mkdirSync('.cache', { recursive: true });
  const raw = `.cache/evidence-${name}.json`;
  rmSync(raw, { force: true });
  const started = performance.now();
  const code = await runSpec(proof, { SIYU_SIZE: 'full', SIYU_EVIDENCE: raw });
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
  console.error(
    `npm run prove -- NAME [--sabotage [WHICH]]; NAME is one of: ${Object.keys(PROOFS).join(', ')}`,
  );
  process.exitCode = 1;
} else {
  const at = flags.indexOf('--sabotage');
  const isGood =
    (await build()) && (await (at === -1 ? prove(name, proof) : proveBySabotage(name, proof, flags[at + 1])));
  process.exitCode = isGood ? 0 : 1;
}
