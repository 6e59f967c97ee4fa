import type { ColourName } from './colours.ts';

/** Every ground that carries text, with the text colours that stand on it; each pair reads at 4.5 : 1 or better. */
export const textPairs: Readonly<Partial<Record<ColourName, readonly ColourName[]>>> = {
  ground: ['text', 'textSecond', 'textThird', 'ink', 'goldText', 'success', 'warning', 'error', 'info'],
  card: [
    'text',
    'textSecond',
    'textThird',
    'ink',
    'inkHover',
    'goldText',
    'up',
    'down',
    'success',
    'warning',
    'error',
    'info',
  ],
  ink: ['onInk'],
  inkHover: ['onInk'],
  inkTint: ['text', 'textSecond', 'textThird', 'ink'],
  goldTint: ['text', 'textSecond', 'goldText'],
  successTint: ['text', 'textSecond', 'success'],
  warningTint: ['text', 'textSecond', 'warning'],
  errorTint: ['text', 'textSecond', 'error'],
  line: ['text', 'textSecond', 'ink'],
  success: ['onInk'],
  error: ['onInk'],
};
