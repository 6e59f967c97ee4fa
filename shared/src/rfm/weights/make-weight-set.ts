import type { EpochDay } from '../../time/index.ts';
import { ahpWeights, type AhpWeights } from './ahp-weights.ts';
import { combineWeights } from './combine-weights.ts';
import { entropyWeights } from './entropy-weights.ts';
import type { WeightSet } from './weight-set.ts';
import { wholeParts } from './whole-parts.ts';

type Matrix = readonly (readonly number[])[];

/** What weights are made of. Axes stand in the order amount, frequency, benefit. */
export type WeightRecipe =
  | { readonly method: 'EQUAL' }
  | { readonly method: 'AHP'; readonly judgements: Matrix }
  | { readonly method: 'ENTROPY'; readonly rows: Matrix }
  | {
      readonly method: 'COMBINED_PRODUCT' | 'COMBINED_MEAN';
      readonly judgements: Matrix;
      readonly rows: Matrix;
    };

const PARTS = 10_000;

/**
 * Makes a version of the weights: ten-thousandths that sum to 10,000, with the day and the evidence.
 *
 * @param version of the set, 1 or more
 * @param madeOn day on which the judgements were given or the data were read
 * @throws RangeError when the judgements contradict each other (consistency ratio 0.10 or more), do not weigh
 *   three axes, or the matrix or the data are broken
 * @example
 * makeWeightSet({ method: 'AHP', judgements: [[1, 2, 1 / 3], [1 / 2, 1, 1 / 5], [3, 5, 1]] }, 2, epochDay(20_781)).benefit // => 6483
 * makeWeightSet({ method: 'EQUAL' }, 1, epochDay(20_781)).madeOn // => null
 */
export function makeWeightSet(recipe: WeightRecipe, version: number, madeOn: EpochDay): WeightSet {
  const equal = { version, method: recipe.method, madeOn: null, consistencyRatio: null };
  if (recipe.method === 'EQUAL') return { ...equal, amount: 1, frequency: 1, benefit: 1 };
  const judged = 'judgements' in recipe ? accepted(ahpWeights(recipe.judgements)) : null;
  const measured = 'rows' in recipe ? entropyWeights(recipe.rows).weights : null;
  const [amount, frequency, benefit, ...others] = wholeParts(joined(recipe, judged, measured), PARTS);
  if (amount === undefined || frequency === undefined || benefit === undefined || others.length > 0) {
    throw new RangeError('a score has three axes: amount, frequency, benefit');
  }
  const consistencyRatio = judged?.consistencyRatio ?? null;
  return { version, method: recipe.method, madeOn, consistencyRatio, amount, frequency, benefit };
}

function joined(
  { method }: WeightRecipe,
  judged: AhpWeights | null,
  measured: readonly number[] | null,
): readonly number[] {
  if (judged === null) return measured ?? [];
  if (measured === null) return judged.weights;
  return combineWeights(judged.weights, measured, method === 'COMBINED_MEAN' ? 'MEAN' : 'PRODUCT');
}

function accepted(judged: AhpWeights): AhpWeights {
  if (judged.isConsistent) return judged;
  throw new RangeError(
    `the judgements contradict each other: consistency ratio ${judged.consistencyRatio.toFixed(4)}, not below 0.10`,
  );
}
