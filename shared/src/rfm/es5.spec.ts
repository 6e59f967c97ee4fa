import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { expect, it } from '@jest/globals';
import { transformSync } from '@swc/core';
import fc from 'fast-check';
import { scoreRfe, scoreTieStrength } from './index.ts';
import { asOfs, PROPERTY_RUNS, rfeSubject, tieSubject } from './testing/subjects.ts';

const HERE = dirname(fileURLToPath(import.meta.url));

/** Loads modules as the phone's build has them: ES5, in an engine of their own whose Math lacks what engines differ in. */
function phone(): (path: string) => Record<string, unknown> {
  const context = createContext({});
  runInContext(
    "['pow', 'exp', 'expm1', 'log', 'log2', 'sqrt', 'cbrt'].forEach(function (name) {" +
      " Math[name] = function () { throw new Error('Math.' + name); }; });",
    context,
  );
  const loaded = new Map<string, Record<string, unknown>>();
  const load = (path: string): Record<string, unknown> => {
    const known = loaded.get(path);
    if (known !== undefined) return known;
    const exports: Record<string, unknown> = {};
    loaded.set(path, exports);
    const { code } = transformSync(readFileSync(path, 'utf8'), {
      filename: path,
      jsc: { target: 'es5', parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
      swcrc: false,
      configFile: false,
    });
    if (/=>|\bconst\b/.test(code.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')))
      throw new Error(`not ES5: ${path}`);
    const run = runInContext(`(function (exports, require) {${code}\n})`, context, { filename: path });
    run(exports, (name: string) => load(resolve(dirname(path), name)));
    return exports;
  };
  return load;
}

it('B-03 compiled to ES5, without Math.pow and Math.exp, rfe and tieStrength give the same bytes as here', () => {
  const load = phone();
  const onPhone = load(resolve(HERE, 'rfe/score-rfe.ts'))['scoreRfe'] as typeof scoreRfe;
  const tieOnPhone = load(resolve(HERE, 'relation/score-tie-strength.ts'))[
    'scoreTieStrength'
  ] as typeof scoreTieStrength;
  const acts = fc.array(rfeSubject.row, { maxLength: 25, size: 'max' });
  const ties = fc.array(tieSubject.row, { maxLength: 25, size: 'max' });
  let depths = 0;
  fc.assert(
    fc.property(acts, ties, asOfs, (given, tied, asOf) => {
      const facts = given.map((row, nth) => rfeSubject.told(row, `f-${nth}`));
      const here = scoreRfe(facts, asOf);
      if (here.depthHundredths > 0) depths += 1;
      expect(JSON.stringify(onPhone(facts, asOf))).toBe(JSON.stringify(here));
      const dealings = tied.map((row, nth) => tieSubject.told(row, `f-${nth}`));
      expect(JSON.stringify(tieOnPhone(dealings, asOf))).toBe(
        JSON.stringify(scoreTieStrength(dealings, asOf)),
      );
    }),
    PROPERTY_RUNS,
  );
  expect(depths).toBeGreaterThan(PROPERTY_RUNS.numRuns / 2);
});
