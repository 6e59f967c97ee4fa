/** @jest-environment node */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { asksToBuyMore, memberMessages } from '@siyu/shared/messages';
import { colours } from '@siyu/shared/theme';

const SOURCE = __dirname;
const BUNDLE = path.resolve(SOURCE, '../dist/weapp');
const MAIN_PACKAGE_MAX = 690 * 1024;
const ICON_MAX = 40 * 1024;

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const at = path.join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(at) : [at];
  });
}

describe('the sources of the phone', () => {
  it('A-13 no style sheet and no screen names a colour of its own', () => {
    const faults = filesUnder(SOURCE)
      .filter((file) => /\.(scss|tsx|ts)$/.test(file) && !/\.spec\.tsx?$/.test(file))
      .filter((file) =>
        /#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/i.test(readFileSync(file, 'utf8').replace(/'#[a-z-]+'/g, '')),
      )
      .map((file) => path.relative(SOURCE, file));
    expect(faults).toEqual([]);
  });

  it('A-13 every custom property that a style sheet reads exists in the theme', () => {
    const dashed = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const known = new Set(Object.keys(colours).map((name) => `--colour-${dashed(name)}`));
    const read = filesUnder(SOURCE)
      .filter((file) => /\.(scss|tsx)$/.test(file))
      .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/var\((--colour-[a-z-]+)\)/g)])
      .map(([, name]) => name ?? '');
    expect(read.length).toBeGreaterThan(50);
    expect(read.filter((name) => !known.has(name))).toEqual([]);
  });

  it('B-04 no screen asks a member to buy more', () => {
    const texts = filesUnder(SOURCE)
      .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.tsx?$/.test(file))
      .flatMap((file) => readFileSync(file, 'utf8').match(/[^'"`<>\n]*\p{Script=Han}[^'"`<>\n]*/gu) ?? []);
    expect([...texts, ...Object.values(memberMessages)].filter(asksToBuyMore)).toEqual([]);
    expect(asksToBuyMore('再申购一笔')).toBe(true);
  });

  it('A-13 each icon of the tab bar is drawn and small', () => {
    const icons = filesUnder(path.join(SOURCE, 'assets')).map((file) => statSync(file).size);
    expect(icons).toHaveLength(6);
    expect(Math.max(...icons)).toBeLessThanOrEqual(ICON_MAX);
  });
});

// The bundle is made by the build; the journeys build it first, a run of this project alone may come without.
if (existsSync(path.join(BUNDLE, 'app.json')))
  describe('the built mini-program', () => {
    const app = (): { pages: string[]; subPackages: { root: string }[] } =>
      JSON.parse(readFileSync(path.join(BUNDLE, 'app.json'), 'utf8')) as never;

    it('A-11 D-08 keeps its main package within 690 KB and carries no zod', () => {
      const roots = app().subPackages.map(({ root }) => root.replace(/\/$/, ''));
      const main = filesUnder(BUNDLE).filter(
        (file) => !roots.some((root) => path.relative(BUNDLE, file).startsWith(`${root}/`)),
      );
      const bytes = main.reduce((sum, file) => sum + statSync(file).size, 0);
      process.stdout.write(`main package: ${Math.round(bytes / 1024)} KB\n`);
      expect(bytes).toBeLessThanOrEqual(MAIN_PACKAGE_MAX);
      for (const file of main.filter((each) => each.endsWith('.js')))
        expect(readFileSync(file, 'utf8')).not.toMatch(/ZodError|invalid_type/);
    });

    it('B-08 no script of it carries zod, those of the sub-packages included', () => {
      const scripts = filesUnder(BUNDLE).filter((each) => each.endsWith('.js'));
      expect(scripts.length).toBeGreaterThan(5);
      for (const file of scripts) expect(readFileSync(file, 'utf8')).not.toMatch(/ZodError|invalid_type/);
    });

    it('has every page of its list', () => {
      for (const page of app().pages)
        for (const part of ['.js', '.json', '.wxml'])
          expect(existsSync(path.join(BUNDLE, `${page}${part}`))).toBe(true);
    });
  });
