import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import * as messages from './messages/index.ts';
import * as money from './money/index.ts';
import * as rfm from './rfm/index.ts';
import { compilePure } from './testing/compile-pure.ts';
import { readDocumentation, type Documentation } from './testing/read-documentation.ts';
import { readExample, type Example } from './testing/read-example.ts';
import { runClaims } from './testing/run-claims.ts';
import { shippedSources } from './testing/shipped-sources.ts';
import * as suitability from './suitability/index.ts';
import * as theme from './theme/index.ts';
import * as time from './time/index.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const at = (folder: string): string => resolve(HERE, folder);
const core = { money, time, rfm, suitability };
const fronts = { ...core, messages, theme };

const filesOf = (folders: object) =>
  Object.keys(folders)
    .flatMap((folder) => shippedSources(at(folder)))
    .map((path) => ({ path, documented: readDocumentation(path, readFileSync(path, 'utf8')) }));
/** Whose every function must be documented. */
const files = filesOf(core);
/** Whose examples are run wherever there is one. */
const filesWithExamples = filesOf(fronts);

const isShown = ({ isExported, isFunction }: Documentation): boolean => isExported && isFunction;

/** Functions of a file that stand without an example. */
const withoutExample = (documented: readonly Documentation[]): string[] =>
  documented.filter((each) => isShown(each) && each.examples.length === 0).map(({ name }) => name);

/** Lines for a reader: where, and what. */
const faultsIn = (find: (file: (typeof files)[number]) => readonly string[]): string[] =>
  files.flatMap((file) => find(file).map((fault) => `${relative(HERE, file.path)}: ${fault}`));

describe('the check of examples', () => {
  const faults = (text: string) => tried(() => runClaims(readExample(text), { one: 1, list: [1, 2], twice }));
  const twice = (value: number) => {
    if (value < 0) throw new RangeError('below zero');
    return { value, double: 2 * value };
  };

  it.each([
    ['one // => 1'],
    ['const three = one + 2;\n// a remark\ntwice(three) // => { value: 3, double: 6 }'],
    ['twice(3) // => { double: 6, … }'],
    ['list // => [1, …]'],
    ['twice(-1) // => throws RangeError'],
  ])('B-08 accepts %j', (text) => {
    expect(faults(text)).toEqual([]);
  });

  it.each([
    ['one // => 2', 'gives 1'],
    ['one', 'no result'],
    ['one // 1', 'no result'],
    ['one // => 1, since it is', 'expected'],
    ['one // => 0, 1', 'expected'],
    ['one // => 1: since', 'expected'],
    ["one // => '1'", 'gives 1'],
    ['0 // => -0', 'gives 0'],
    ['twice(3) // => { double: 6 }', 'gives { value: 3, double: 6 }'],
    ['twice(3) // => { value: 3, double: 6, … }', 'gives'],
    ['twice(3) // => { value: undefined, … }', 'gives'],
    ['list // => [2, 1]', 'gives [ 1, 2 ]'],
    ['list // => [1]', 'gives [ 1, 2 ]'],
    ['list // => [1, 2, …]', 'gives [ 1, 2 ]'],
    ['list // => { 0: 1, 1: 2 }', 'gives [ 1, 2 ]'],
    ['twice(1) // => throws RangeError', 'gives {'],
    ['twice(-1) // => throws TypeError', 'throws RangeError: below zero'],
    ['twice(-1) // => { … }', 'throws RangeError: below zero'],
    ['nobody // => 1', 'nobody is not defined'],
    ['twice(1)\n(one) // => 1', 'twice(...) is not a function'],
    ['const only = 1;', '0 results'],
    ['one +', 'expected'],
  ])('B-08 refuses %j', (text, reason) => {
    expect(faults(text).join('\n')).toContain(reason);
  });

  it('B-08 finds an exported function without an example, and an error that nobody tells', () => {
    const read = (text: string) => readDocumentation('planted.ts', text);
    const bare = 'export function bare(): void { throw new RangeError("no"); }';
    expect(withoutExample(read(bare))).toEqual(['bare']);
    expect(withoutExample(read('export class Bare {}'))).toEqual(['Bare']);
    expect(withoutExample(read('function inner() {}'))).toEqual([]);
    expect(withoutExample(read(`/**\n * Says.\n * @example\n * bare() // => 1\n */\n${bare}`))).toEqual([]);
    expect(untold(read(bare))).toEqual(['bare throws RangeError, and no comment says when']);
    expect(untold(read(`/** @throws RangeError always */\n${bare}`))).toEqual([]);
    expect(untold(read(`/** @throws TypeError always */\n${bare}`))).toHaveLength(1);
    expect(unexplained(read(bare))).toEqual(['bare says nothing']);
    const rise = (comment: string, name: string) =>
      read(`/** ${comment} */\nexport function rise(${name} = 1) {}`);
    expect(unexplained(rise('Rises.', 'size'))).toEqual(['rise does not say what size is']);
    expect(unexplained(rise('Rises. @param size', 'size'))).toHaveLength(1);
    expect(unexplained(rise('Rises.\n@param size fen', 'size'))).toEqual([]);
    expect(unexplained(rise('Rises.', 'sizeFen'))).toEqual([]);
    expect(untold(read('/** @param old fen */\nexport function say(current: number) {}'))).toEqual([
      'say has no parameter old',
    ]);
  });
});

describe('the documentation of the core', () => {
  it('B-08 every exported function of rfm, suitability, money and time has an example', () => {
    expect(faultsIn(({ documented }) => withoutExample(documented))).toEqual([]);
    expect(files.flatMap(({ documented }) => documented.filter(isShown)).length).toBeGreaterThan(80);
  });

  it('B-08 every example is run and gives what it says', async () => {
    const faults: string[] = [];
    let run = 0;
    for (const { path, documented } of filesWithExamples) {
      const own: Record<string, unknown> = await import(pathToFileURL(path).href);
      for (const { name, examples } of documented)
        for (const text of examples) {
          const found = tried(() => {
            const example = readExample(text);
            run += example.claims.length;
            return runClaims(example, Object.assign({}, ...Object.values(fronts), own));
          });
          faults.push(...found.map((fault) => `${relative(HERE, path)} ${name}: ${fault}`));
        }
    }
    expect(faults).toEqual([]);
    expect(run).toBeGreaterThan(150);
  }, 60_000);

  it('B-08 every example compiles as it stands', () => {
    const planted = new Map<string, string>();
    for (const file of filesWithExamples)
      file.documented.forEach(({ examples }, nth) => {
        const parsed = examples.map(readExample);
        if (parsed.length === 0) return;
        planted.set(file.path.replace(/\.ts$/, `.example-${nth}.ts`), asModule(file, parsed));
      });
    expect(planted.size).toBeGreaterThan(100);
    expect(compilePure([], planted)).toEqual([]);
  }, 60_000);

  it('B-08 every error that a function throws is told, and every parameter told exists', () => {
    expect(faultsIn(({ documented }) => untold(documented))).toEqual([]);
  });

  it('B-08 every exported function says what it does, and every number of it has a unit or a range', () => {
    expect(faultsIn(({ documented }) => unexplained(documented))).toEqual([]);
  });
});

/** Errors that no exported function of the file speaks of, and parameters that are no longer there. */
function untold(documented: readonly Documentation[]): string[] {
  const shown = documented.filter(isShown);
  const isTold = (error: string, by: readonly Documentation[]): boolean =>
    by.some(({ toldThrows }) => toldThrows.some((told) => told.includes(error)));
  return documented.flatMap((each) => [
    ...each.thrown
      .filter((error) => !isTold(error, isShown(each) ? [each] : shown))
      .map((error) => `${each.name} throws ${error}, and no comment says when`),
    ...each.toldParameters
      .filter((told) => !each.parameters.some(({ name }) => name === told || name.startsWith('{')))
      .map((told) => `${each.name} has no parameter ${told}`),
  ]);
}

/** Names that carry their unit or have one meaning in the whole core. */
const UNIT = /(Fen|Band|Row|Hundredths|Ms|On|[dD]ays|[wW]eeks)$/;

/** Functions without a word, and numbers that could be anything. */
function unexplained(documented: readonly Documentation[]): string[] {
  return documented.filter(isShown).flatMap(({ name, summary, parameters, toldParameters }) => [
    ...(summary.trim() === '' ? [`${name} says nothing`] : []),
    ...parameters
      .filter(({ type }) => /^(readonly )?(number|Iterable<number>|\(?readonly number\[\])/.test(type))
      .filter((parameter) => !UNIT.test(parameter.name) && !toldParameters.includes(parameter.name))
      .map((parameter) => `${name} does not say what ${parameter.name} is`),
  ]);
}

/** The claims as a module of their own beside the source, importing what they name. */
function asModule({ path, documented }: (typeof files)[number], examples: readonly Example[]): string {
  const blocks = examples.map(({ setup, claims }) =>
    ['{', ...setup, ...claims.map(({ expression }) => `void (${expression});`), '}'].join('\n'),
  );
  const own = documented.flatMap(({ name, isExported }) => (isExported ? name.split(', ') : []));
  const imports = [...namesIn(blocks.join('\n'))].flatMap((name) => {
    const front = Object.entries(fronts).find(([, exported]) => name in exported)?.[0];
    if (own.includes(name)) return [`import { ${name} } from './${relative(dirname(path), path)}';`];
    if (front === undefined) return [];
    return [`import { ${name} } from './${relative(dirname(path), resolve(at(front), 'index.ts'))}';`];
  });
  return [...imports, ...blocks].join('\n');
}

function namesIn(text: string): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('names.ts', text, ts.ScriptTarget.ES2022, true));
  return names;
}

function tried(find: () => string[]): string[] {
  try {
    return find();
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
