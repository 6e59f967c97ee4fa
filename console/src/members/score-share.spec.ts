import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { asksToBuyMore } from '@siyu/shared/messages';
import { axisShare, scoreSum } from './score-share.ts';
import { scoreStep } from './score-step.ts';

const SOURCE = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Chinese texts of a source: in quotes, in templates, and between tags. Comments are not shown to anybody. */
function textsOf(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return code.match(/[^'"`<>\n]*\p{Script=Han}[^'"`<>\n]*/gu) ?? [];
}

describe('what an axis gives to the score', () => {
  it('B-04 is told with its weight, and the sum is the score shown', () => {
    expect(axisShare({ weight: 1, contributionHundredths: 134 }, 3)).toBe('权重 33.33%，贡献 1.34 分');
    expect(axisShare({ weight: 6483, contributionHundredths: 65 }, 10_000)).toBe('权重 64.83%，贡献 0.65 分');
    const axes = [134, 33, 33].map((contributionHundredths) => ({ contributionHundredths }));
    expect(scoreSum({ axes, scoreHundredths: 200 })).toBe(
      '三项贡献相加就是综合分：1.34 + 0.33 + 0.33 = 2.00',
    );
  });

  it('B-04 a step is shown only where the server sent one', () => {
    expect(scoreStep({ axis: 'amount' })).toBeNull();
    expect(scoreStep({ axis: 'amount', toNextBand: { step: 40_000_000, band: 5 } })).toBe(
      '再增加 400,000.00 元，进入第 5 档',
    );
    expect(scoreStep({ axis: 'frequency', toNextBand: { step: 24, band: 2 } })).toBe(
      '窗口内再多 24 次购买，进入第 2 档',
    );
    expect(scoreStep({ axis: 'benefit', toNextBand: { step: 1, band: 2 } })).toBe(
      '再带来 0.01 元的收入，进入第 2 档',
    );
    expect(scoreStep({ axis: 'benefit', toNextBand: null })).toBe('已是最高档');
  });

  it('B-04 no text of the console asks to buy more', () => {
    const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.tsx?$/.test(file))
      .map((file) => join(SOURCE, file));
    const texts = files.flatMap((file) =>
      textsOf(readFileSync(file, 'utf8')).map((text) => ({ file: relative(SOURCE, file), text })),
    );
    expect(texts.length).toBeGreaterThan(200);
    expect(texts.filter(({ text }) => asksToBuyMore(text))).toEqual([]);
    expect(textsOf('<p>您还差 5 万元</p>').filter(asksToBuyMore)).toEqual(['您还差 5 万元']);
  });
});
