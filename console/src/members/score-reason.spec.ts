import { describe, expect, it } from '@jest/globals';
import { asksToBuyMore } from '@siyu/shared/messages';
import { bandRange } from './band-range.ts';
import { formatFrequency, scoreReason } from './score-reason.ts';

type Group = 'KEY_GUIDE' | 'KEY_DEVELOP' | 'POTENTIAL' | 'LONG_TAIL';
const RULES = ['FREQUENCY_FIRST', 'AMOUNT_FIRST', 'BENEFIT_COUNTS', 'GREATER_MARGIN'] as const;
const share = { weight: 1, contributionHundredths: 100 };
const score = (row: number, group: Group, rule: (typeof RULES)[number] = 'FREQUENCY_FIRST') => ({
  axes: [
    {
      axis: 'amount' as const,
      raw: 12_000_000,
      band: 4,
      lowerBound: 10_000_000,
      upperBound: 50_000_000,
      ...share,
    },
    { axis: 'frequency' as const, raw: 5.0137, band: 3, lowerBound: 5, upperBound: 10, ...share },
    { axis: 'benefit' as const, raw: -50_000, band: 1, lowerBound: null, upperBound: 1_000_000, ...share },
  ],
  group,
  reason: {
    row,
    code: `score.reason.${rule}.row${row}`,
    params: { fHigh: '3', aHigh: '4', bHigh: '4', perDays: '30', recencyDays: '12', recentDays: '90' },
  },
});

describe('the reason of a group', () => {
  it.each([
    [1, 'KEY_GUIDE', '每 30 天买 5.01 次，质量第 3 档，达到第 3 档的界线，所以是重要引导客户。'],
    [
      2,
      'KEY_DEVELOP',
      '窗口内投入 120,000.00 元，数量第 4 档，达到第 4 档的界线，而质量只有第 3 档，所以是重要发展客户。',
    ],
    [
      3,
      'POTENTIAL',
      '数量第 4 档、质量第 3 档都不到界线，但最近一次购买在 12 天内（界线 90 天），所以是潜在增值客户。',
    ],
    [4, 'LONG_TAIL', '数量第 4 档、质量第 3 档都不到界线，最近 90 天也没有购买，所以是长尾客户。'],
  ] as const)('row %i reads as a sentence without an empty place', (row, group, sentence) => {
    expect(scoreReason(score(row, group))).toBe(sentence);
    expect(sentence).not.toMatch(/[{}]/);
  });

  it.each(RULES)(
    'B-04 every row of the table %s has a sentence of its own that fills and asks nobody to buy more',
    (rule) => {
      const sentences = [1, 2, 3, 4].map((row) => scoreReason(score(row, 'POTENTIAL', rule)));
      expect(new Set(sentences).size).toBe(4);
      for (const sentence of sentences) {
        expect(sentence).toMatch(/，所以是潜在增值客户。$/);
        expect(sentence).not.toMatch(/[{}]|符合判定表/);
        expect(asksToBuyMore(sentence)).toBe(false);
      }
    },
  );

  it('names the row when a newer model has one this console does not know', () => {
    expect(scoreReason(score(9, 'POTENTIAL'))).toBe('符合判定表第 9 行，所以是潜在增值客户。');
  });
});

describe('bounds of a band', () => {
  it('say which end belongs to it', () => {
    expect(bandRange({ axis: 'amount', lowerBound: 5_000_000, upperBound: 10_000_000 })).toBe(
      '5 万元起，不到 10 万元',
    );
    expect(bandRange({ axis: 'benefit', lowerBound: null, upperBound: 1_000_000, ...share })).toBe(
      '不到 1 万元',
    );
    expect(bandRange({ axis: 'frequency', lowerBound: 100, upperBound: null })).toBe('100 次及以上');
  });

  it('never round a frequency up to the cut it has not reached', () => {
    expect(formatFrequency(1.9999)).toBe('1.99');
    expect(formatFrequency(0)).toBe('0');
  });
});
