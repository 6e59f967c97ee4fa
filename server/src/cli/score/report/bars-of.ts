import { binOf, type Histogram } from './histogram.ts';
import type { Scale } from './scale.ts';

const BARS_MAX = 32;

/** Bars of a histogram, ready to be drawn side by side. */
export interface Bars {
  /** Lower edges of the bars, and the upper edge of the last one. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
  readonly below: number;
}

/**
 * Merges the fine bins of a histogram to the finest step of its scale that leaves at most 32 bars, from the first bar
 * with a customer or a cut to the last one.
 * @param cuts places that have to lie on the axis
 */
export function barsOf(histogram: Histogram, scale: Scale, cuts: readonly number[]): Bars {
  const { edges, counts, below } = histogram;
  const bins = [...counts.keys()].filter((bin) => (counts[bin] ?? 0) > 0);
  const held = [...bins, ...cuts.map((cut) => Math.max(0, binOf(edges, cut)))];
  if (held.length === 0) return { edges: [], counts: [], below };
  const first = edges[Math.min(...held)] ?? 0;
  const last = edges[Math.max(...held)] ?? 0;
  for (const [nth, stays] of scale.steps.entries()) {
    const kept = edges.filter(stays);
    const from = Math.max(0, binOf(kept, first));
    const upTo = Math.max(0, binOf(kept, last));
    const isLastStep = nth === scale.steps.length - 1;
    // A step that ends before the greatest value would hide it in an endless last bar.
    if (!isLastStep && (upTo - from >= BARS_MAX || upTo === kept.length - 1)) continue;
    const own = kept.slice(from, upTo + 1);
    const sums = own.map(() => 0);
    for (const bin of bins) {
      const at = Math.max(0, binOf(own, edges[bin] ?? 0));
      sums[at] = (sums[at] ?? 0) + (counts[bin] ?? 0);
    }
    const end = kept[upTo + 1] ?? 2 * (own.at(-1) ?? 1);
    return { edges: [...own, end], counts: sums, below };
  }
  throw new Error('a scale without steps');
}

/** Where a value lies on an axis of bars of equal width, from 0 at its left end to 1 at its right. */
export function placeOn({ edges }: Bars, value: number, isLogarithmic: boolean): number {
  const bars = edges.length - 1;
  const bar = Math.min(bars - 1, Math.max(0, binOf(edges, value)));
  const [from = 0, to = 1] = edges.slice(bar, bar + 2);
  const inside =
    isLogarithmic && from > 0 && value > 0
      ? Math.log(value / from) / Math.log(to / from)
      : (value - from) / (to - from);
  return (bar + Math.min(1, Math.max(0, inside))) / bars;
}
