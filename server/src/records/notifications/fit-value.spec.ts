import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fitValue } from './fit-value.ts';

describe('values of a template', () => {
  it('E-10 free text is cut to 20 characters, and says that it is', () => {
    const long = '指数基金入门：从一篮子股票到长期定投的第一步';
    expect(fitValue('thing1', long)).toBe('指数基金入门：从一篮子股票到长期定投的…');
    expect([...fitValue('thing1', '😀'.repeat(30))]).toHaveLength(20);
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (text) => {
        if (text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ').trim() === '') return;
        const fitted = fitValue('thing12', text);
        expect([...fitted].length).toBeLessThanOrEqual(20);
        expect(fitted).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
      }),
    );
  });

  it.each([
    ['thing1', ' \n '],
    ['number2', '十'],
    ['letter1', 'a1'],
    ['character_string1', '编号 7'],
    ['time3', '25:00'],
    ['date1', '2026-11-24'],
    ['amount1', '12345678901.00'],
    ['phone_number1', '一三八'],
    ['name1', '这个名字一共有十一个字呀'],
    ['phrase1', '已经上线了的'],
    ['symbol1', '!!!!!!'],
    ['car_number1', '沪A 12345678'],
    ['colour1', '红'],
  ])('E-10 what WeChat would refuse is refused here with the field named: %s', (field, value) => {
    expect(() => fitValue(field, value)).toThrow(field);
  });

  it.each([
    ['number2', '-3.5'],
    ['character_string1', 'A-7/9'],
    ['time3', '2026年11月24日 15:01'],
    ['time3', '15:01'],
    ['date1', '2026年1月4日'],
    ['amount1', '¥1234567890.50'],
    ['name1', '王小明'],
    ['phrase1', '已上线'],
  ])('E-10 what WeChat takes stays as it is: %s', (field, value) => {
    expect(fitValue(field, value)).toBe(value);
  });
});
