import { inspect } from 'node:util';
import { compileFunction } from 'node:vm';
import ts from 'typescript';
import type { Example } from './read-example.ts';

/** What an object or an array holds beyond what the example shows. */
const MORE = Symbol('…');
/** Stands for `…`: spread into an object it is a key of its own, spread into an array its last element. */
class More {
  readonly [MORE] = true;
  *[Symbol.iterator](): Generator<symbol> {
    yield MORE;
  }
}

/**
 * Runs an example and compares every result with what was claimed, strictly: the same type, keys and order of
 * elements; 0 is not −0. `…` allows more keys or elements and asks for at least one.
 *
 * @param scope names that the example may use
 * @returns what is wrong, one line for each claim that fails
 */
export function runClaims({ setup, claims }: Example, scope: Readonly<Record<string, unknown>>): string[] {
  const names = Object.keys(scope);
  const listed = claims.map(
    ({ expression, value }) => `{ give: () => (${expression}), claim: () => (${value ?? 'undefined'}) }`,
  );
  const typed = `${setup.join('\n')}\nreturn [${listed.join(',\n')}];`;
  const { outputText } = ts.transpileModule(`function run() {\n${typed}\n}`, {
    compilerOptions: { target: ts.ScriptTarget.ES2022 },
  });
  const run: unknown = compileFunction(`${outputText}\nreturn run();`, ['more', ...names]);
  if (typeof run !== 'function') throw new Error('not compiled');
  const pairs: { give: () => unknown; claim: () => unknown }[] = run(
    new More(),
    ...names.map((name) => scope[name]),
  );
  return claims.flatMap(({ expression, result, error }, at) => {
    const pair = pairs[at];
    const fault = pair === undefined ? 'not run' : faultOf(pair.give, pair.claim, error);
    return fault === null ? [] : [`${expression} // => ${result}: ${fault}`];
  });
}

function faultOf(give: () => unknown, claim: () => unknown, error: string | null): string | null {
  let given: unknown;
  try {
    given = give();
  } catch (thrown) {
    const name = thrown instanceof Error ? thrown.constructor.name : String(thrown);
    if (name === error) return null;
    return thrown instanceof Error ? `throws ${name}: ${thrown.message}` : `throws ${name}`;
  }
  if (error !== null) return `gives ${inspect(given)}`;
  return isAsClaimed(given, claim()) ? null : `gives ${inspect(given)}`;
}

/** Plain data only: what an example shows can be written down as a literal. */
function isAsClaimed(given: unknown, claimed: unknown): boolean {
  if (Array.isArray(claimed)) return Array.isArray(given) && areElements(given, claimed);
  if (typeof claimed !== 'object' || claimed === null) return Object.is(given, claimed);
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return false;
  if (Object.prototype.toString.call(given) !== '[object Object]') return false;
  const have = new Map(Object.entries(given));
  const want = Object.entries(claimed);
  const hasMore = MORE in claimed;
  if (hasMore ? have.size <= want.length : have.size !== want.length) return false;
  return want.every(([key, value]) => have.has(key) && isAsClaimed(have.get(key), value));
}

function areElements(given: readonly unknown[], claimed: readonly unknown[]): boolean {
  const hasMore = claimed.at(-1) === MORE;
  const want = hasMore ? claimed.slice(0, -1) : claimed;
  if (hasMore ? given.length <= want.length : given.length !== want.length) return false;
  return want.every((each, at) => isAsClaimed(given[at], each));
}
