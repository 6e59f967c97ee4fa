import type { ExplainedAxis } from './explained-axis.ts';

/**
 * A value on a scale of lower bounds: its band, the bounds of that band and the smallest step to a higher one.
 * Variant: lower bound inclusive, upper exclusive, as in `bandOf`.
 *
 * @param raw integer in the unit of the bounds
 * @param bounds rising lower bounds of bands 2, 3, …; equal ones leave the bands between them empty
 * @throws RangeError when the step is beyond exact integers
 * @example
 * explainAxis('amount', 'fen', 5_000_000, [1_000_000, 5_000_000, 10_000_000]) // => { axis: 'amount', unit: 'fen', raw: 5_000_000, band: 3, lowerBound: 5_000_000, upperBound: 10_000_000, toNextBand: { step: 5_000_000, band: 4 } }
 * explainAxis('frequency', 'purchases', 0, [1, 1, 2]).toNextBand // => { step: 1, band: 3 }
 */
export function explainAxis<Axis extends string>(
  axis: Axis,
  unit: ExplainedAxis['unit'],
  raw: number,
  bounds: readonly number[],
): ExplainedAxis<Axis> {
  const reached = bounds.filter((bound) => raw >= bound).length;
  const upperBound = bounds[reached] ?? null;
  return {
    axis,
    unit,
    raw,
    band: reached + 1,
    lowerBound: bounds[reached - 1] ?? null,
    upperBound,
    toNextBand: upperBound === null ? null : stepTo(upperBound, raw, bounds),
  };
}

function stepTo(bound: number, raw: number, bounds: readonly number[]): ExplainedAxis['toNextBand'] {
  const step = bound - raw;
  if (!Number.isSafeInteger(step)) throw new RangeError(`a step of ${step} is beyond exact integers`);
  return { step, band: 1 + bounds.filter((each) => each <= bound).length };
}
