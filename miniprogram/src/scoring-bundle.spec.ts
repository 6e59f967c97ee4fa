/** @jest-environment node */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import vm from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fen } from '@siyu/shared/money';
import { explain, relationOn, scoreAfb2023, scoreRfe } from '@siyu/shared/rfm';
import { epochDay } from '@siyu/shared/time';
import webpack from 'webpack';

const SHARED = path.resolve(__dirname, '../../shared/src');
/** What a screen of the phone could ask of the core, as one. */
const ENTRY = `
import { explain, relationOn, scoreAfb2023, scoreRfe } from '@siyu/shared/rfm';
export { explain, relationOn, scoreAfb2023, scoreRfe };
`;

interface Bundle {
  readonly code: string;
  /** Paths of the modules that went in. */
  readonly modules: readonly string[];
}

/** Bundles as the phone's build does: the same preset, the shared sources compiled along, for production. */
async function bundle(entry: string): Promise<Bundle> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'siyu-bundle-'));
  const input = path.join(folder, 'entry.ts');
  writeFileSync(input, entry);
  const compiler = webpack({
    mode: 'production',
    target: ['web', 'es5'],
    context: path.resolve(__dirname, '..'),
    entry: input,
    output: { path: folder, filename: 'out.js', library: { name: 'scoring', type: 'var' } },
    resolve: { alias: { '@siyu/shared': SHARED }, extensions: ['.ts', '.js'] },
    module: {
      rules: [
        {
          test: /\.ts$/,
          // Comes with Taro's own runner.
          loader: 'babel-loader',
          options: {
            babelrc: false,
            configFile: false,
            presets: [
              [require.resolve('babel-preset-taro'), { framework: 'react', ts: true, useBuiltIns: false }],
            ],
          },
        },
      ],
    },
  });
  try {
    const stats = await new Promise<webpack.Stats>((resolve, reject) => {
      compiler.run((error, result) => {
        if (error) reject(error);
        else if (result === undefined || result.hasErrors())
          reject(new Error(result?.toString('errors-only')));
        else resolve(result);
      });
    });
    const { modules = [] } = stats.toJson({ all: false, modules: true, nestedModules: true });
    const names = modules
      .flatMap((each) => [each, ...(each.modules ?? [])])
      .flatMap(({ nameForCondition }) => nameForCondition ?? []);
    return {
      code: readFileSync(path.join(folder, 'out.js'), 'utf8'),
      // The helpers are the compiler's own.
      modules: names.filter((name) => name !== input && !name.includes('@babel/runtime')),
    };
  } finally {
    compiler.close(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('scoring in the bundle of the phone', () => {
  const environment = process.env['NODE_ENV'];
  let built: Bundle;
  beforeAll(async () => {
    // For tests the preset keeps whole modules; for production webpack takes what is used.
    process.env['NODE_ENV'] = 'production';
    built = await bundle(ENTRY);
  }, 120_000);
  afterAll(() => {
    process.env['NODE_ENV'] = environment;
  });

  it('B-08 is the pure core alone: no zod, no package, no contract', () => {
    const outside = built.modules
      .map((name) => path.relative(SHARED, name))
      .filter((name) => !/^(rfm|money|time)\//.test(name));
    expect(built.modules.length).toBeGreaterThan(30);
    expect(outside).toEqual([]);
    expect(built.code).not.toMatch(/ZodError|invalid_type/);
    process.stdout.write(`scoring on the phone: ${Math.round(built.code.length / 1024)} KB\n`);
  });

  it('B-08 would show zod, were it there', async () => {
    const withZod = await bundle(`${ENTRY}\nexport { MemberScore } from '@siyu/shared/contracts/workspace';`);
    expect(withZod.modules.some((name) => name.includes(`${path.sep}zod${path.sep}`))).toBe(true);
    expect(withZod.code).toMatch(/ZodError|invalid_type/);
  }, 120_000);

  it('B-08 runs where there is neither Node nor a browser, in the language of old phones, and scores alike', () => {
    const bare = vm.createContext({});
    vm.runInContext(built.code, bare);
    const onPhone = (call: string): unknown => vm.runInContext(`JSON.stringify(${call})`, bare);
    const asOf = epochDay(20_781);
    const bought = [{ on: epochDay(20_700), amountFen: fen(5_000_000), benefitFen: fen(123) }];
    const acts = [{ factId: 'a', type: 'live_attended', on: epochDay(20_780) }];
    const relation = {
      ties: [{ factId: 'a', on: epochDay(100), endedOn: null }],
      interactions: [],
      pathsFinished: [],
      consultationsRated: [],
      riskAssessments: [],
      coCreations: [],
    };
    const args = [bought, acts, relation].map((each) => JSON.stringify(each));
    const score = scoreAfb2023(bought, asOf);
    expect(onPhone(`scoring.scoreAfb2023(${args[0]}, ${asOf})`)).toBe(JSON.stringify(score));
    expect(onPhone(`scoring.explain(${JSON.stringify(score)})`)).toBe(JSON.stringify(explain(score)));
    expect(onPhone(`scoring.scoreRfe(${args[1]}, ${asOf})`)).toBe(JSON.stringify(scoreRfe(acts, asOf)));
    expect(onPhone(`scoring.relationOn(${args[2]}, ${asOf})`)).toBe(
      JSON.stringify(relationOn(relation, asOf)),
    );
    expect(built.code).not.toMatch(/=>|\bconst\b|\blet\b|\b\d+n\b|BigInt/);
  });
});
