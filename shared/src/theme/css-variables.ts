import { colours } from './colours.ts';
import { motion, radii, space } from './space.ts';
import { fontFamily, LARGE_TEXT_SCALE, textSizes, touchTargets } from './type-scale.ts';

/** `inkTint` → `ink-tint`. */
const dashed = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * The tokens that do not change with the size of text, as CSS custom properties.
 * @example
 * cssVariables()['--colour-ink-tint'] // => '#EAF0F7'
 */
export function cssVariables(): Readonly<Record<string, string>> {
  return {
    ...named('--colour-', colours, (value) => value),
    ...named('--space-', space, (value) => `${value}px`),
    ...named('--radius-', radii, (value) => `${value}px`),
    '--motion-quick': `${motion.quickMs}ms ${motion.curve}`,
    '--motion-calm': `${motion.calmMs}ms ${motion.curve}`,
    '--font-family': fontFamily,
  };
}

/**
 * Text sizes and touch targets as CSS custom properties, for normal or for large text (× 1.25).
 * @example
 * cssTextVariables(true)['--text-normal'] // => '20px'
 */
export function cssTextVariables(isLarge: boolean): Readonly<Record<string, string>> {
  const scale = isLarge ? LARGE_TEXT_SCALE : 1;
  return {
    ...named('--text-', textSizes, (value) => `${value * scale}px`),
    '--touch-target': `${isLarge ? touchTargets.large : touchTargets.normal}px`,
  };
}

function named<T extends string | number>(
  prefix: string,
  values: Readonly<Record<string, T>>,
  write: (value: T) => string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`${prefix}${dashed(name)}`, write(value)]),
  );
}
