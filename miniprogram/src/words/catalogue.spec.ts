/** @jest-environment node */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

/** The marks of a date are no words: words/dates.ts writes 2026年11月24日. */
const DATE_MARKS = /^[年月日]$/;
const SOURCE = path.resolve(__dirname, '..');

/** Chinese words in a source text, its comments aside. */
function wordsIn(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/[^\n]*/g, '$1');
  return code.match(/\p{Script=Han}+/gu) ?? [];
}

describe('the words on the screens', () => {
  it('D-02 all come from the catalogue: no screen brings a Chinese word of its own', () => {
    const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.tsx?$/.test(file) && !/\.spec\.tsx?$/.test(file) && !file.startsWith('testing'),
    );
    expect(files.length).toBeGreaterThan(60);
    const faults = files.flatMap((file) =>
      wordsIn(readFileSync(path.join(SOURCE, file), 'utf8'))
        .filter((word) => file !== path.join('words', 'dates.ts') || !DATE_MARKS.test(word))
        .map((word) => `${file}: ${word}`),
    );
    expect(faults).toEqual([]);
    expect(wordsIn('/** 注释 */ const a = 1; // 注释\n<Text>买</Text>')).toEqual(['买']);
  });
});
