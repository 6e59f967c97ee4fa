import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { inspectWeapp } from './weapp-faults.ts';

const APP = { pages: ['pages/a', 'pages/b'], subPackages: [{ root: 'sub', pages: ['c'] }] };
const tab = (name: string) => ({ pagePath: `pages/${name}`, iconPath: 'i.png', selectedIconPath: 'i.png' });

describe('npm run weapp:check', () => {
  let folder: string;
  const put = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'siyu-weapp-'));
    put('app.json', JSON.stringify({ ...APP, tabBar: { list: [tab('a'), tab('b')] } }));
    put('i.png', 'icon');
    for (const page of ['pages/a', 'pages/b', 'sub/c']) {
      put(`${page}.js`, 'Page({})');
      put(`${page}.json`, '{}');
      put(`${page}.wxml`, '<view wx:for="{{rows}}"><text>{{item}}</text></view>');
    }
    put('runtime.js', 'try{g=this||new Function("return this")()}catch(e){}');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const faults = (isRelease = false): readonly string[] => inspectWeapp(folder, isRelease).faults;

  it('D-08 weapp:check lets a sound mini-program pass', () => {
    expect(faults()).toEqual([]);
    expect(inspectWeapp(folder, true)).toMatchObject({ templates: 3, faults: [] });
  });

  it.each([
    ['eval', 'eval("1")'],
    ['code made from text', 'new Function("a","return a")'],
    ['zod', 'throw new ZodError()'],
    ['a private key', '-----BEGIN PRIVATE KEY-----'],
    ['a secret', 'const c={appSecret:"0123456789abcdef"}'],
    ['a key of a cloud', 'k="AKIAABCDEFGHIJKLMNOP"'],
    ['an inner address', 'u="http://192.168.3.7:3000"'],
    ['an inner address', 'u="https://git.firm.internal/x"'],
  ])('D-08 weapp:check finds %s in a script: %s', (name, script) => {
    put('sub/c.js', script);
    expect(faults()).toEqual([`sub/c.js contains ${name}`]);
  });

  it('D-08 weapp:check lets a trial build talk to its own machine, and no release', () => {
    put('sub/c.js', 'u="http://127.0.0.1:3000"');
    expect(faults()).toEqual([]);
    expect(faults(true)).toEqual(['sub/c.js contains an address of this machine']);
  });

  it("D-08 weapp:check gives the line at which Tencent's compiler cannot read a template", () => {
    put('sub/c.wxml', '<view>\n<text wx:if="{{a}}>\n</view>');
    expect(faults()).toEqual([expect.stringMatching(/^wcc: .*sub\/c\.wxml:\d+/)]);
  });

  it('D-08 weapp:check finds what app.json promises and the folder lacks', () => {
    put('app.json', JSON.stringify({ pages: ['pages/a', 'pages/d'], tabBar: { list: [tab('c')] } }));
    rmSync(join(folder, 'i.png'));
    expect(faults()).toEqual(
      expect.arrayContaining([
        '1 tabs; WeChat takes 2 to 5',
        'tab pages/c is no page of the main package',
        'app.json names pages/d, and pages/d.wxml is absent',
        'icon i.png is absent',
      ]),
    );
  });

  it('D-08 weapp:check finds packages and icons that are too large, and a build that built nothing', () => {
    put('big.js', 'x'.repeat(691 * 1024));
    put('sub/big.js', 'x'.repeat(2049 * 1024));
    put('i.png', 'x'.repeat(41 * 1024));
    expect(faults()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^main package: 7\d\d KB$/),
        expect.stringMatching(/^package sub: 2050 KB$/),
        'icon i.png: 41 KB',
      ]),
    );
    rmSync(join(folder, 'app.json'));
    expect(faults()).toEqual(['app.json is absent: nothing was built']);
  });
});
