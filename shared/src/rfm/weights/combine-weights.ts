/**
 * Brings subjective and objective weights together. PRODUCT multiplies them axis by axis and normalises, so
 * an axis without weight on one side keeps none; MEAN takes the middle of both.
 *
 * @param subjective sum 1, as from `ahpWeights`
 * @param objective sum 1, as from `entropyWeights`, in the same order
 * @throws RangeError when they differ in length, or PRODUCT finds no axis that both give weight
 * @example
 * combineWeights([0.5, 0.5, 0], [0.125, 0.375, 0.5], 'PRODUCT') // => [0.25, 0.75, 0]
 * combineWeights([0.5, 0.5, 0], [0.25, 0.5, 0.25], 'MEAN') // => [0.375, 0.5, 0.125]
 */
export function combineWeights(
  subjective: readonly number[],
  objective: readonly number[],
  how: 'PRODUCT' | 'MEAN',
): readonly number[] {
  if (subjective.length !== objective.length) {
    throw new RangeError(`${subjective.length} weights cannot meet ${objective.length}`);
  }
  const pairs = subjective.map((each, at) => [each, objective[at] ?? 0] as const);
  const joined = pairs.map(([a, b]) => (how === 'PRODUCT' ? a * b : (a + b) / 2));
  const sum = joined.reduce((total, each) => total + each, 0);
  if (!(sum > 0)) throw new RangeError('no axis has weight on both sides');
  return joined.map((each) => each / sum);
}
