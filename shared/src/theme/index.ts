export { colours, type ColourName } from './colours.ts';
export { contrastRatio } from './contrast-ratio.ts';
export { cssTextVariables, cssVariables } from './css-variables.ts';
export { motion, radii, space } from './space.ts';
export { textPairs } from './text-pairs.ts';
export { fontFamily, LARGE_TEXT_SCALE, textSizes, type TextSizeName, touchTargets } from './type-scale.ts';
