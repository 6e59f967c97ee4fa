import { describe, expect, it } from '@jest/globals';
import { colours, contrastRatio, cssTextVariables, cssVariables, textPairs, textSizes } from './index.ts';

const colourOf = (name: string): string => Object.entries(colours).find(([each]) => each === name)?.[1] ?? '';
const pairs = Object.entries(textPairs).flatMap(([ground, texts]) =>
  texts.map((text): [string, string] => [text, ground]),
);

describe('contrast', () => {
  it('agrees with the ends of the scale and with a published value', () => {
    expect(contrastRatio('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
    expect(contrastRatio('#777777', '#FFFFFF')).toBeCloseTo(4.48, 2);
    expect(contrastRatio('#12355B', '#12355B')).toBe(1);
  });

  it('refuses a colour that is not written in full', () => {
    expect(() => contrastRatio('#FFF', '#000000')).toThrow(RangeError);
  });

  it.each(pairs)('A-13 text in %s on %s reads at 4.5 : 1 or better', (text, ground) => {
    expect(contrastRatio(colourOf(text), colourOf(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it('draws an outline that can be seen on a card (3 : 1 for graphics)', () => {
    expect(contrastRatio(colours.outline, colours.card)).toBeGreaterThanOrEqual(3);
    expect(contrastRatio(colours.gold, colours.card)).toBeGreaterThanOrEqual(3);
  });
});

describe('css variables', () => {
  it('carries every colour under its dashed name', () => {
    const written = cssVariables();
    for (const [name, value] of Object.entries(colours))
      expect(written[`--colour-${name.replace(/[A-Z]/g, (each) => `-${each.toLowerCase()}`)}`]).toBe(value);
  });

  it('A-13 large text is a quarter larger and its touch targets are at least 48', () => {
    const large = cssTextVariables(true);
    for (const [name, size] of Object.entries(textSizes))
      expect(large[`--text-${name}`]).toBe(`${size * 1.25}px`);
    expect(large['--touch-target']).toBe('48px');
    expect(cssTextVariables(false)['--touch-target']).toBe('44px');
  });
});
