// Runs the specs for Stryker without Jest's VM, in which every call of Math crosses a border and a module costs a
// second to load. The specs are the same, and so are what they import: describe and it are jest-circus's, expect is
// Jest's. Each mutant gets freshly evaluated modules, so nothing that another mutant computed is left in them.
import { readdirSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';

const require = createRequire(join(process.cwd(), 'package.json'));
const circus = require('jest-circus');
const jestGlobals = { ...circus, expect: require('expect').expect };
/** Shrinking finds the smallest counterexample for a person; a mutant is as dead without it. */
require('fast-check').configureGlobal({ endOnFailure: true });

const STRYKER = (globalThis.__stryker__ ??= {});
/** Tests asked about one mutant take this long at most in a whole run; what is still alive then counts as survived. */
const BUDGET_SECONDS = 5;
const HOOK = '#hook ';
const SECONDS_FILE = '.test-seconds.json';
/** Compiles sources anew inside an engine of its own, where no mutant can be switched on. */
const LEFT_OUT = ['es5.spec.ts'];
/** The core whose specs are asked. */
const SPECS = process.env.SIYU_MUTATE_SPECS ?? 'shared/src/rfm';
/** Folders whose specs say nothing about what is mutated and take long. */
const FOREIGN = (process.env.SIYU_MUTATE_WITHOUT ?? '').split(',').filter((folder) => folder !== '');

function* specsUnder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!FOREIGN.includes(entry.name)) yield* specsUnder(path);
      continue;
    }
    if (entry.name.endsWith('.spec.ts') && !LEFT_OUT.includes(entry.name)) yield path;
  }
}

/** One script per spec with all that it imports from the repository. */
async function bundle(path) {
  const { build } = await import(pathToFileURL(require.resolve('esbuild')).href);
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'es2022',
    packages: 'external',
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(path).href) },
    logLevel: 'error',
  });
  return outputFiles[0].text;
}

/** Calls by mutant since the last look. */
const calls = new Float64Array(10_000);
const COVER = /stryCov_9fa48\d*\(((?:"\d+"(?:, )?)+)\)/g;
const SWITCH = /stryMutAct_9fa48\d*\("(\d+)"\)/g;

/** The code with no mutant switched on, which counts who is called. */
const counting = (code) =>
  code
    .replace(COVER, (_, ids) => `(${ids.match(/\d+/g).map((id) => `calls[${id}]++`)})`)
    .replace(SWITCH, 'false');

/**
 * The code as if this mutant alone had been written into it: with Stryker's switches in every expression, heavy
 * arithmetic would be many times slower.
 */
const withMutant = (code, mutant) =>
  code.replace(COVER, '0').replace(SWITCH, (_, id) => (id === mutant ? 'hit()' : 'false'));

/** Called where the mutant is; a loop that it makes endless ends here. */
function hit() {
  if (STRYKER.hitCount !== undefined && ++STRYKER.hitCount > STRYKER.hitLimit)
    throw new Error('hit limit reached');
  return true;
}

function takeCalls() {
  const taken = {};
  calls.forEach((count, mutant) => {
    if (count > 0) taken[mutant] = count;
  });
  calls.fill(0);
  return taken;
}

/** Evaluates a spec and lists its tests with the hooks that belong to each. */
function load(path, code) {
  circus.resetState();
  const script = new Script(`(function (exports, require, module, calls, hit) {${code}\n})`, {
    filename: path,
  });
  const module = { exports: {} };
  const requireHere = (name) => (name === '@jest/globals' ? jestGlobals : require(name));
  script.runInThisContext()(module.exports, requireHere, module, calls, hit);
  const tests = [];
  const collect = (block, title, before) => {
    const own = block.hooks.map(({ type, fn }, nth) => {
      if (type !== 'beforeAll') throw new Error(`${path}: ${type} is unknown to this runner`);
      return { id: `${HOOK}${path} › ${title} ${nth}`, run: fn };
    });
    const hooks = [...before, ...own];
    for (const child of block.children) {
      const name = `${title} ${child.name}`.trim();
      if (child.type === 'describeBlock') collect(child, name, hooks);
      else if (child.mode !== 'skip' && block.mode !== 'skip') tests.push({ name, hooks, run: child.fn });
    }
  };
  collect(circus.getState().rootDescribeBlock, '', []);
  const seen = new Map();
  return tests.map((test) => {
    const nth = (seen.get(test.name) ?? 0) + 1;
    seen.set(test.name, nth);
    return { ...test, id: `${path} › ${test.name}${nth > 1 ? ` #${nth}` : ''}` };
  });
}

class PlainRunner {
  bundles = new Map();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    for (const path of specsUnder(SPECS)) this.bundles.set(path, await bundle(path));
  }

  async dryRun() {
    const tests = [];
    const seconds = {};
    const perTest = {};
    const whileLoading = {};
    for (const [path, code] of this.bundles) {
      const done = new Map();
      calls.fill(0);
      const loaded = load(path, counting(code));
      Object.assign(whileLoading, takeCalls());
      for (const test of loaded) {
        const started = performance.now();
        const failureMessage = await outcome(test, done);
        const timeSpentMs = performance.now() - started;
        seconds[test.id] = timeSpentMs / 1000;
        // What a hook touches belongs to every test that stands on it.
        perTest[test.id] = Object.assign(takeCalls(), ...test.hooks.map(({ id }) => done.get(id)));
        const result = { id: test.id, name: test.name, fileName: join(process.cwd(), path), timeSpentMs };
        tests.push(
          failureMessage === null ? { ...result, status: 0 } : { ...result, status: 1, failureMessage },
        );
      }
    }
    // Who calls it is asked alone, although modules call it too while they load.
    for (const hits of Object.values(perTest))
      for (const mutant of Object.keys(hits)) delete whileLoading[mutant];
    writeFileSync(SECONDS_FILE, JSON.stringify(seconds));
    return { status: 'complete', tests, mutantCoverage: { static: whileLoading, perTest } };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, sandboxFileName }) {
    const wanted = testFilter === undefined ? null : new Set(testFilter);
    this.seconds ??= existsSync(SECONDS_FILE) ? JSON.parse(readFileSync(SECONDS_FILE, 'utf8')) : {};
    const folder = `shared/${sandboxFileName.replace(/[^/]+$/, '').split('/shared/')[1]}`;
    // A constant is touched by no test but while modules load: ask the specs beside it and those of the whole.
    const isNear = (id) =>
      id.startsWith(folder) || /^(calendar\/)?[^/]+\.spec\.ts/.test(id.slice(SPECS.length + 1));
    const ids = Object.keys(this.seconds).filter((id) => (wanted === null ? isNear(id) : wanted.has(id)));
    // The quickest first, those beside the mutated file before the others: most mutants die at once.
    const cost = (id) => this.seconds[id] * (id.startsWith(folder) ? 0.1 : 1);
    ids.sort((a, b) => cost(a) - cost(b));
    let spent = 0;
    const asked = ids.filter((id) => (spent += this.seconds[id]) <= BUDGET_SECONDS);
    Object.assign(STRYKER, {
      hitCount: hitLimit === undefined ? undefined : 0,
      hitLimit,
    });
    return this.firstFailure(asked, activeMutant.id);
  }

  async firstFailure(ids, mutant) {
    const loaded = new Map();
    const done = new Map();
    let nrOfTests = 0;
    for (const id of ids) {
      const path = id.split(' › ')[0];
      let failureMessage = null;
      try {
        if (!loaded.has(path)) {
          const tests = load(path, withMutant(this.bundles.get(path), mutant));
          loaded.set(path, new Map(tests.map((test) => [test.id, test])));
        }
        const test = loaded.get(path).get(id);
        failureMessage = test === undefined ? 'the test is not there any more' : await outcome(test, done);
      } catch (error) {
        failureMessage = `cannot be loaded: ${error}`;
      }
      nrOfTests += 1;
      if (STRYKER.hitCount > STRYKER.hitLimit) return { status: 'timeout', reason: 'hit limit' };
      if (failureMessage !== null) return { status: 'killed', killedBy: [id], failureMessage, nrOfTests };
    }
    return { status: 'survived', nrOfTests };
  }
}

/** Runs a test and those of its hooks that have not run, and keeps what these called; null when it passes. */
async function outcome(test, done) {
  try {
    for (const hook of test.hooks) {
      if (done.has(hook.id)) continue;
      await hook.run();
      done.set(hook.id, takeCalls());
    }
    await test.run();
    return null;
  } catch (error) {
    return String(error?.message ?? error).slice(0, 500);
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'plain', injectableClass: PlainRunner }];
