export { colors } from './colors.ts';
export type { ColorName } from './colors.ts';
export { fontFamily, fontSizes, motion, radius, space } from './scales.ts';
