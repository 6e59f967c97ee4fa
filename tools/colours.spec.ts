import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const SOURCES = ['miniprogram/src', 'console/src', 'sandbox/src', 'server/src/cli'];
const DRAWN = /[.](?:tsx?|s?css|html|svg)$/;
/** A colour in figures: #RGB to #RRGGBBAA behind a colon, a quote or a bracket, or a function of colours. */
const COLOUR = /(?:[:\s'"(,]#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})(?![\w-]))|\b(?:rgba?|hsla?)\(/i;

const coloursIn = (text: string): readonly string[] =>
  text.split('\n').filter((line) => COLOUR.test(line) && !/^\s*(?:[/]{2}|[*])/.test(line));

describe('colours', () => {
  it.each([
    'color: #12355B;',
    "fill: '#abc'",
    'background: rgba(0, 0, 0, 0.4)',
    'border: 1px solid #FFFFFF80',
  ])('D-07 finds the colour in %s', (line) => {
    expect(coloursIn(line)).toEqual([line]);
  });

  it('D-07 stand in the theme and nowhere else', () => {
    const files = SOURCES.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => DRAWN.test(file) && !file.includes('.spec.'))
        .map((file) => join(folder, file)),
    );
    expect(files.length).toBeGreaterThan(150);
    expect(
      files.flatMap((file) => coloursIn(readFileSync(file, 'utf8')).map((line) => `${file}: ${line}`)),
    ).toEqual([]);
  });
});
