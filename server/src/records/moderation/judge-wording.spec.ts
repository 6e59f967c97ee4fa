import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { initialDictionary } from './dictionary/initial-dictionary.ts';
import { judgeWording } from './judge-wording.ts';
import { initialLimits, SecondReaderLimits } from './second-reader/limits.ts';
import { SecondReader } from './second-reader/second-reader.ts';
import { trained } from './second-reader/trained.ts';
import { packWeights, unpackWeights } from './second-reader/weights.ts';
import { cpuMs, median } from './testing/cpu.ts';
import { Sentences } from './testing/rates.ts';

const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8'));
const reader = new SecondReader(trained);
const judge = (text: string, limits = initialLimits) => judgeWording(text, initialDictionary, reader, limits);
const levels = (text: string, limits = initialLimits) => judge(text, limits).map(({ level }) => level);

const UNLISTED = '大家可以多看看银行股的机会。';

describe('two readers of one text', () => {
  it('D-06 refuse a promise, ask for a second look at what may be one, name the pieces that weighed, and pass a lesson', () => {
    expect(judge('这款产品保本保息')).toMatchObject([
      { level: 'refused', fault: 'promise', reasonCode: 'promise.capital_safe', pieces: [] },
    ]);
    expect(judge('教您稳赚不赔的办法')).toMatchObject([
      { level: 'review', reasonCode: 'promise.sure_profit' },
    ]);
    expect(judge(UNLISTED)).toEqual([
      {
        fault: 'stock_tip',
        level: 'review',
        isNamed: false,
        start: 0,
        end: 13,
        matched: '大家可以多看看银行股的机会',
        reasonCode: 'stock_tip.reads_like',
        pieces: ['银行股', '机会'],
      },
    ]);
    expect(judge('复利让时间替您工作，前提是不频繁取出。')).toEqual([]);
  });

  it('D-06 by three limits, each of which moves what it says', () => {
    expect(levels('这款产品保本保息', { ...initialLimits, clearBelow: 2000 })).toEqual(['review']);
    expect(levels(UNLISTED, { ...initialLimits, refuseFrom: 0 })).toEqual(['refused']);
    expect(levels(UNLISTED, { ...initialLimits, reviewFrom: 200 })).toEqual([]);
    expect(SecondReaderLimits.safeParse({ ...initialLimits, reviewFrom: 240 }).success).toBe(false);
  });

  it('D-06 each by sentence: an innocent neighbour hides nothing', () => {
    const text = '复利让时间替您工作。这款产品保本保息。分散投资可以减小波动。';
    expect(judge(text).map(({ matched }) => matched)).toEqual(['保本保息']);
  });

  it('D-06 see what is written with spaces or in traditional characters as they see it written plainly', () => {
    for (const text of ['大 家 可 以 多 看 看 银 行 股 的 机 会', '大家可以多看看銀行股的機會'])
      expect(judge(text)).toMatchObject([{ matched: text, reasonCode: 'stock_tip.reads_like' }]);
  });

  it('D-06 refuse nothing and look again at one in a hundred at most of the prose that was learned', () => {
    const prose = z.array(z.object({ text: z.string() })).parse(fixture('prose.json'));
    const found = prose.flatMap(({ text }) => judge(text));
    expect(prose.length).toBeGreaterThan(700);
    expect(found.filter(({ level }) => level === 'refused')).toEqual([]);
    expect(found.length / prose.length).toBeLessThanOrEqual(0.01);
  });

  it('D-06 read 5,000 letters in 30 ms together, and hostile text in proportion', () => {
    const sentences = Sentences.parse(fixture('sentences.json'));
    const innocent = sentences.filter(({ fault }) => fault === null).map(({ text }) => text);
    const lesson = `${innocent.join('。')}。${innocent.join('；')}`.slice(0, 5000);
    expect(lesson).toHaveLength(5000);
    judge(lesson);
    // What else the machine does only adds to it, caches it shares included.
    const ms = Math.min(...Array.from({ length: 50 }, () => cpuMs(() => judge(lesson))));
    process.stdout.write(`both readers, 5,000 letters: ${ms.toFixed(1)} ms\n`);
    expect(ms).toBeLessThanOrEqual(30);
    const hostile = '保本稳赚明天买入加仓茅台'.repeat(2000).slice(0, 20_000);
    expect(median([0, 1, 2].map(() => cpuMs(() => judge(hostile))))).toBeLessThanOrEqual(400);
  });

  it('D-06 keep their weights as they were packed', () => {
    const weights = { codes: [900_000, 3, 67_000_000], values: [1, -2, -127, 127, 0, 5] };
    expect(unpackWeights(packWeights(weights, 2), 2)).toEqual({
      codes: [3, 900_000, 67_000_000],
      values: [-127, 127, 1, -2, 0, 5],
    });
  });
});
