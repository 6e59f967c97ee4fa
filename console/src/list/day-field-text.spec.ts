import { describe, expect, it } from '@jest/globals';
import { dayFieldText } from './day-field-text.ts';

describe('D-07 a field for a day', () => {
  it('D-07 says the day as it is said everywhere, whatever the language of the browser', () => {
    expect(dayFieldText('2026-03-04', false)).toBe('2026年3月4日');
    expect(dayFieldText('2026-11-29T18:05', true)).toBe('2026年11月29日 18:05');
    expect(dayFieldText('', false)).toBe('年/月/日');
    expect(dayFieldText('', true)).toBe('年/月/日 时:分');
  });
});
