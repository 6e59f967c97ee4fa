import type { ExactCut, QuintileCuts } from '@siyu/shared/rfm';
import { decimal } from './decimal.ts';

/** Tells where each class of each measure begins, exactly: in days, purchases and yuan. */
export function cutLines(cuts: QuintileCuts): string[] {
  const line = (name: string, values: readonly ExactCut[], write: (whole: number) => string): string =>
    `${name.padEnd(16)}${values.map((cut) => cutText(cut, write).padStart(10)).join('')}`;
  return [
    'classes begin at',
    line('recency_days', cuts.recencyDays, (days) => `${days}.`),
    line('purchases', cuts.purchases, (purchases) => `${purchases}.`),
    line('amount', cuts.amountFen, (fen) => decimal(fen, 2)),
  ];
}

/** A cut lies on a whole number or at a fifth beyond it, which is one decimal more. */
function cutText({ whole, part, parts }: ExactCut, write: (whole: number) => string): string {
  return `${write(whole)}${(part * 10) / parts}`.replace(/\.?0+$/, '');
}
