import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleServer } from './bundle-server.ts';
import { run, runTsc } from './run.ts';

interface Part {
  readonly name: string;
  readonly inputs: readonly string[];
  /** A file that exists only after a good build; some builders exit 0 without building. */
  readonly proof: string;
  readonly build: () => Promise<number>;
}

const taro = (type: 'weapp' | 'h5') => () =>
  run(process.execPath, ['../node_modules/@tarojs/cli/bin/taro', 'build', '--type', type], {
    cwd: 'miniprogram',
    env: { CI: '1', TERM: 'dumb', NODE_ENV: 'production' },
    quiet: true,
  });

const PARTS: readonly Part[] = [
  {
    name: 'server',
    inputs: ['shared', 'server', 'sandbox'],
    proof: 'server/dist/main.js',
    build: async () => {
      // tsc -b trusts its build info even when dist is gone.
      for (const workspace of ['shared', 'server', 'sandbox']) {
        if (!existsSync(`${workspace}/dist`)) rmSync(`${workspace}/dist/.tsbuildinfo`, { force: true });
      }
      const code = await runTsc(['-b', 'tsconfig.build.json']);
      return code === 0 ? await bundleServer() : code;
    },
  },
  {
    name: 'console',
    inputs: ['shared', 'console'],
    proof: 'console/dist/index.html',
    build: () => run(process.execPath, viteArguments(), { cwd: 'console', quiet: true }),
  },
  {
    name: 'h5',
    inputs: ['shared', 'miniprogram'],
    proof: 'miniprogram/dist/h5/index.html',
    build: taro('h5'),
  },
  {
    name: 'weapp',
    inputs: ['shared', 'miniprogram'],
    proof: 'miniprogram/dist/weapp/app.json',
    build: taro('weapp'),
  },
];

function viteArguments(): string[] {
  const local = 'console/node_modules/vite/bin/vite.js';
  const vite = existsSync(local) ? 'node_modules/vite/bin/vite.js' : '../node_modules/vite/bin/vite.js';
  return [vite, 'build', '--logLevel', 'warn'];
}

function* sourcesOf(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!['node_modules', 'dist', '.swc'].includes(entry.name)) yield* sourcesOf(path);
    } else if (!/[.]spec[.]tsx?$/.test(entry.name)) yield path;
  }
}

function fingerprint(part: Part): string {
  const hash = createHash('sha256').update(process.versions.node);
  // The address of the server is built into the phone's bundle.
  hash.update(process.env['SIYU_API_BASE'] ?? '');
  for (const file of ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json'])
    hash.update(readFileSync(file));
  for (const workspace of part.inputs) {
    for (const file of sourcesOf(workspace)) hash.update(file).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Builds the named parts (all when none is named), leaving out those whose sources have not changed. */
export async function build(names: readonly string[] = PARTS.map((part) => part.name)): Promise<boolean> {
  const unknown = names.filter((name) => !PARTS.some((part) => part.name === name));
  if (unknown.length > 0) {
    console.error(
      `no part is called ${unknown.join(', ')}; there are ${PARTS.map(({ name }) => name).join(', ')}`,
    );
    return false;
  }
  const waiting = PARTS.filter((each) => names.includes(each.name));
  let isGood = true;
  const builder = async (): Promise<void> => {
    for (let part = waiting.shift(); part !== undefined && isGood; part = waiting.shift())
      if (!(await buildPart(part))) isGood = false;
  };
  // None reads what another one makes.
  await Promise.all([builder(), builder()]);
  return isGood;
}

async function buildPart(part: Part): Promise<boolean> {
  const mark = `${part.proof.split('/dist/')[0] ?? ''}/dist/.built-${part.name}`;
  const wanted = fingerprint(part);
  if (existsSync(part.proof) && existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return true;
  const started = performance.now();
  const code = await part.build();
  if (code !== 0 || !existsSync(part.proof)) {
    console.error(`build of ${part.name} failed${code === 0 ? `: ${part.proof} was not made` : ''}`);
    return false;
  }
  writeFileSync(mark, wanted);
  console.error(`built ${part.name} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const names = process.argv.slice(2);
  process.exitCode = (await build(names.length > 0 ? names : undefined)) ? 0 : 1;
}
