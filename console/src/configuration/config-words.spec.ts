import { describe, expect, it } from '@jest/globals';
import { fieldName, plainValue } from './config-words.ts';

describe('configuration in words', () => {
  it('D-04 says money, days, dates and switches as people do', () => {
    expect(plainValue('affluentFromFen', 50_000_000)).toBe('500,000.00 元');
    expect(plainValue('amountCuts', [100, 200])).toBe('1.00 元、2.00 元');
    expect(plainValue('windowDays', 365)).toBe('365 天');
    expect(plainValue('madeOn', 20_454)).toBe('2026年1月1日');
    expect(plainValue('switchCountsAmount', true)).toBe('是');
    expect(plainValue('frozenCuts', null)).toBe('未设');
    expect(plainValue('days', { date: '2026-10-01', name: '国庆节' })).toBe(
      '日期：2026年10月1日；名称：国庆节',
    );
  });

  it('D-04 names a field by its way, and one without a name as it is stored', () => {
    expect(fieldName(['firm', 'windowDays'])).toBe('全公司 › 统计窗口');
    expect(fieldName(['somethingNew'])).toBe('somethingNew');
  });
});
