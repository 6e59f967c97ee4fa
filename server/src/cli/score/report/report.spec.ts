import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { colours } from '@siyu/shared/theme';
import { runScore } from '../run-score.ts';
import { barsOf, placeOn } from './bars-of.ts';
import { binOf, Histogram } from './histogram.ts';
import { PAGE_STYLE } from './page-style.ts';
import { rejectKind } from './reject-kinds.ts';
import { countScale, dayScale, moneyScale } from './scale.ts';
import { escapeHtml, moneyShare, rangesOf, yuanOf } from './words.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'siyu-report-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const at = (name: string): string => join(folder, name);

async function run(text: string, ...more: string[]) {
  writeFileSync(at('in.csv'), text);
  let err = '';
  const args = ['--in', at('in.csv'), '--as-of', '2026-11-24', '--out', at('out.csv'), ...more];
  const io = { out: () => undefined, err: (said: string) => void (err += said) };
  return { code: await runScore(args, io), err };
}

async function page(text: string, ...more: string[]): Promise<string> {
  const { code, err } = await run(text, '--html', at('report.html'), ...more);
  expect([code, err]).toEqual([0, expect.stringMatching(/^(read .*\n)*$/)]);
  return readFileSync(at('report.html'), 'utf8');
}

describe('the bars of a histogram', () => {
  it('B-09 a bin holds its lower edge and not its upper one', () => {
    const histogram = new Histogram([1, 2, 5]);
    for (const value of [-3, 0, 1, 1.99, 2, 4, 5, 1e9]) histogram.add(value);
    expect(histogram.below).toBe(2);
    expect([...histogram.counts]).toEqual([2, 2, 2]);
    expect([0, 1, 2, 4, 5].map((value) => binOf([1, 2, 5], value))).toEqual([-1, 0, 1, 1, 2]);
  });

  it.each([
    ['money', moneyScale, 9e15],
    ['counts', countScale, 1e9],
    ['days', dayScale, 36_500],
  ])('B-09 no customer is lost between the bars of %s, which are few and in order', (_what, scale, most) => {
    const value = fc
      .integer({ min: -10, max: 18 })
      .chain((size) => fc.integer({ min: -5, max: Math.min(most, 2 ** (3 * Math.max(1, size))) }));
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 80 }),
        fc.array(fc.integer({ min: 1, max: 10_000 }), { maxLength: 5 }),
        (values, cuts) => {
          const histogram = new Histogram(scale.edges);
          values.forEach((each) => histogram.add(each));
          const bars = barsOf(histogram, scale, cuts);
          expect(bars.below + bars.counts.reduce((a, b) => a + b, 0)).toBe(values.length);
          if (bars.counts.length === 0) return;
          expect(bars.counts.length).toBeLessThanOrEqual(50);
          expect(bars.edges.length).toBe(bars.counts.length + 1);
          expect([...bars.edges].sort((a, b) => a - b)).toEqual(bars.edges);
          bars.counts.forEach((count, nth) => {
            const [from = 0, to = 0] = bars.edges.slice(nth, nth + 2);
            const isIn = (each: number): boolean =>
              each >= from && (each < to || nth === bars.counts.length - 1);
            expect(count).toBe(values.filter((each) => each >= (scale.edges[0] ?? 0) && isIn(each)).length);
          });
        },
      ),
      { seed: 9 },
    );
  });

  it('B-09 a cut stands at the edge of the bar that begins with it, and inside a bar where its value lies', () => {
    const bars = { edges: [1, 10, 100], counts: [3, 4], below: 0 };
    expect(placeOn(bars, 10, true)).toBe(0.5);
    expect(placeOn(bars, Math.sqrt(10), true)).toBeCloseTo(0.25, 10);
    expect(placeOn({ ...bars, edges: [0, 10, 20] }, 15, false)).toBe(0.75);
    expect(placeOn(bars, 0, true)).toBe(0);
    expect(placeOn(bars, 1e6, true)).toBe(1);
  });

  it('B-09 few purchases have a bar each, and many customers do not make the bars finer', () => {
    const histogram = new Histogram(countScale.edges);
    for (const count of [0, 1, 1, 2, 5]) histogram.add(count);
    expect(barsOf(histogram, countScale, [])).toEqual({
      edges: [1, 2, 3, 4, 5, 6],
      counts: [2, 1, 0, 0, 1],
      below: 1,
    });
    histogram.add(4000);
    expect(barsOf(histogram, countScale, []).edges).toEqual([
      1, 2, 3, 5, 10, 20, 30, 50, 100, 200, 300, 500, 1000, 2000, 3000, 5000,
    ]);
  });
});

describe('the words of the page', () => {
  it('B-09 money of any size keeps its fen, and a share is of the exact sums', () => {
    expect(yuanOf(123_456_789n)).toBe('1,234,567.89');
    expect(yuanOf(-5n)).toBe('-0.05');
    expect(yuanOf(10n ** 20n + 1n)).toBe('1,000,000,000,000,000,000.01');
    expect([moneyShare(1n, 3n), moneyShare(0n, 0n)]).toEqual(['33.3%', '—']);
    expect(rangesOf([10, 50], String)).toEqual(['不到 10', '10起', '50起']);
    expect(rangesOf([], String)).toEqual(['全部']);
    expect(moneyScale.write(25_580)).toBe('255.8 元');
    expect(moneyScale.write(100_000_000)).toBe('100 万元');
    expect(moneyScale.write(50_000_000_000)).toBe('5 亿元');
  });

  it.each([
    ['missing field: customer', '缺少客户'],
    ['missing field: 3 fields where the header has 4', '列数比表头少'],
    ['too many fields: 5 fields where the header has 4', '列数比表头多'],
    ['broken quote', '引号不配对'],
    ['impossible date: 2026-02-30', '日历上没有的日期'],
    ['date is not YYYY-MM-DD: 23/11/2026', '日期写法不是 YYYY-MM-DD'],
    ['negative amount: -5', '金额为负'],
    ['benefit is not a number: 1e3', '收入不是数字'],
    ['purchases is not a whole number: 1.5', '购买次数不是数字'],
    ['too many decimals in amount: 1.005', '金额多于两位小数'],
    ['amount out of range: 99999999999999999.00', '金额超出范围'],
    ['an amount without a purchase', '没有购买却有金额'],
    ['this id stands on an earlier line with other content', '同一流水号内容不同'],
    ['this customer stands on an earlier line', '同一客户出现两次'],
    ['the sum of this customer would leave the exact range', '客户合计超出范围'],
    ['not UTF-8', '不是 UTF-8 文字'],
    ['longer than 1 MiB', '一行超过 1 MiB'],
    ['something new', '其他'],
  ])('B-09 a reject for "%s" is of the kind %s', (reason, kind) => {
    expect(rejectKind(reason)).toBe(kind);
  });

  it('B-09 no colour stands in the page but those of the theme', () => {
    const known = new Set(Object.values(colours).map((each) => each.toLowerCase()));
    const used = PAGE_STYLE.match(/#[0-9a-f]{3,8}\b/gi) ?? [];
    expect(used.filter((each) => !known.has(each.toLowerCase()))).toEqual([]);
    expect(used.length).toBeGreaterThanOrEqual(known.size);
  });
});

describe('npm run score --html', () => {
  const text = [
    'customer_id,date,amount,benefit',
    'c1,2026-11-23,100000,10',
    'c2,2026-10-01,5,-1',
    'c3,2024-01-01,5,1',
    'c4,2026-13-01,5,1',
    '',
  ].join('\n');

  it('B-09 writes one page that loads nothing and runs nothing', async () => {
    const html = await page(text, '--model', 'afb-2023');
    expect(html).not.toMatch(
      /<script|https?:\/\/|url\(|@import|<link(?! rel="icon" href="data:,")|<img|<iframe/i,
    );
    expect(html).toContain('人数最多的是重要发展客户，1 位（33.3%），金额也最多，占 100.0%。');
    expect(html).toContain('最满的一格是金额 1 档、频次 1 档，2 位（66.7%）');
    expect(html).toContain('1 位（33.3%）在窗内没有购买；1 位（33.3%）达到第 4 档。');
    expect(html).toContain('2 位（66.7%）最近 90 天内买过；0 位（0.0%）在统计日之前没有任何购买。');
    expect(html).toContain('4 行里退回 1 行（25.0%），最多的原因是日历上没有的日期，1 行。');
    expect(html).toContain('100,005.00 元');
  });

  it('B-09 says how many lines repeat an id, and that nothing was refused', async () => {
    const html = await page(
      'id,customer_id,date,amount\n1,c,2026-11-01,5\n1,c,2026-11-01,5\n',
      '--model',
      'rfm-quintile',
      '--id-column',
      'id',
    );
    expect(html).toContain('2 行全部可用，没有退回；重复出现、只算一次的有 1 行。');
    expect(html).toContain('两项都是最高分的有 0 位（0.0%）');
  });

  it.each(['afb-2023', 'rfm-quintile', 'rfm-quintile-fixed'])(
    'B-09 a file without customers has a page too, by %s',
    async (model) => {
      const html = await page('customer_id,date,amount\n', '--model', model);
      expect(html).toContain('文件里没有可以评分的客户。');
      expect(html).toContain('没有可以放进格子的客户。');
      expect(html).not.toMatch(/NaN|undefined|Infinity/);
    },
  );

  it('B-09 what a file is called stays text', async () => {
    const name = '<b onclick=x>&.csv';
    writeFileSync(at(name), text);
    const html = await page(text, '--in', at(name), '--model', 'afb-2023');
    expect(html).toContain('文件 &#60;b onclick=x&#62;&#38;.csv');
    expect(escapeHtml(`"'`)).toBe('&#34;&#39;');
  });

  it('B-09 the page never takes the place of the input, the scores or their rejects', async () => {
    for (const [taken, what] of [
      ['in.csv', 'the input'],
      ['out.csv', 'the output'],
      ['out.rejects.csv', 'the output'],
    ] as const) {
      const { code, err } = await run(text, '--model', 'afb-2023', '--html', at(taken));
      expect([code, err]).toEqual([1, `the page would overwrite ${what} ${at(taken)}\n`]);
    }
    expect(readdirSync(folder)).toEqual(['in.csv']);
    const { code, err } = await run(text, '--model', 'afb-2023', '--html', '');
    expect([code, err]).toEqual([1, '--html is missing; --help lists the options\n']);
  });

  it('B-09 the scores are the same with and without the page', async () => {
    await page(text, '--model', 'afb-2023');
    const beside = readFileSync(at('out.csv'), 'utf8');
    await run(text, '--model', 'afb-2023');
    expect(readFileSync(at('out.csv'), 'utf8')).toBe(beside);
  });
});
