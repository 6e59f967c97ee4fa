import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';

const Report = z.object({ diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })) });

const FAULTS = `const soon = (): Promise<number> => Promise.resolve(1);
soon();
const text: unknown = 'one';
export const asserted = text as string;
export const moment = Date.now();
export const today = new Date();
export const luck = Math.random();
export const loose = moment == luck;
export const written = (rows: { save: (row: object) => void }) => rows.save({});
export const first = [moment][0]!;
console.log(String({}), first);
`;

describe('what the linter refuses', () => {
  let root = '';
  const place = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  /** Rules that were broken, once for each fault, by file. */
  const broken = (): Record<string, string[]> => {
    const { stdout } = spawnSync(resolve('node_modules/.bin/oxlint'), ['--format', 'json', '.'], {
      cwd: root,
      encoding: 'utf8',
    });
    const byFile: Record<string, string[]> = {};
    for (const { filename, code } of Report.parse(JSON.parse(stdout)).diagnostics)
      byFile[filename] = [...(byFile[filename] ?? []), code.replace(/^.*\((.*)\)$/, '$1')].sort();
    return byFile;
  };

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'siyu-lint-'));
    copyFileSync('.oxlintrc.json', join(root, '.oxlintrc.json'));
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
    copyFileSync('tsconfig.json', join(root, 'tsconfig.json'));
    copyFileSync('tsconfig.check.json', join(root, 'tsconfig.check.json'));
    place('server/src/planted.ts', FAULTS);
    place('server/src/platform/clock/planted.ts', FAULTS);
    place('server/src/planted.spec.ts', FAULTS);
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('A-01 clock, randomness, writes past the door, assertions and promises nobody waits for', () => {
    const planted = [
      'consistent-type-assertions',
      'eqeqeq',
      'no-base-to-string',
      'no-console',
      'no-floating-promises',
      'no-non-null-assertion',
    ];
    const shapes = Array.from({ length: 4 }, () => 'no-restricted-syntax');
    expect(broken()).toEqual({
      'server/src/planted.ts': [...planted, ...shapes].sort(),
      'server/src/platform/clock/planted.ts': planted,
      'server/src/planted.spec.ts': ['eqeqeq', 'no-base-to-string', 'no-floating-promises'],
    });
  });
});
