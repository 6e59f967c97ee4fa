import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { compilePure } from './testing/compile-pure.ts';
import { shippedSources } from './testing/shipped-sources.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const planted = resolve(HERE, 'rfm/afb/planted.ts');

describe('the pure core', () => {
  it('B-08 rfm, rules, incentives, suitability, money and time compile with the language alone: no Node, no browser', () => {
    const files = ['rfm', 'rules', 'incentives', 'suitability', 'money', 'time'].flatMap((folder) => [
      ...shippedSources(resolve(HERE, folder)),
      resolve(HERE, folder, 'index.ts'),
    ]);
    expect(files.length).toBeGreaterThan(100);
    expect(compilePure(files)).toEqual([]);
  }, 60_000);

  it('B-08 a use of Node or of a browser is refused wherever it is planted', () => {
    const uses = {
      process: 'export const size = process.env["SIYU_SIZE"];',
      document: 'export const title = document.title;',
      window: 'export const width = window.innerWidth;',
      console: 'console.log(1);',
      setTimeout: 'setTimeout(() => undefined, 1);',
      fetch: 'void fetch("/");',
      Buffer: 'export const bytes = Buffer.from("a");',
      require: 'export const fs = require("node:fs");',
      wx: 'wx.login({});',
    };
    for (const [name, text] of Object.entries(uses)) {
      const complaints = compilePure([], new Map([[planted, text]]));
      expect(complaints.join('\n')).toMatch(new RegExp(`^planted.ts: Cannot find name '${name}'`));
    }
    const complaintsOf = (text: string) => compilePure([], new Map([[planted, text]])).join('\n');
    expect(complaintsOf('import "node:fs";\nexport const a = 1;')).toMatch(
      /Cannot find module|side-effect import/,
    );
    expect(complaintsOf('import { z } from "zod";\nexport const a = z;')).toContain('comes from a package');
    expect(complaintsOf('export const a = Math.max(1, 2);')).toBe('');
  }, 60_000);
});
