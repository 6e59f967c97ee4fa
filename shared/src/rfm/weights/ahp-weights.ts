/** Weights read out of pairwise judgements, and how far those contradict each other. */
export interface AhpWeights {
  /** One per criterion, in the order of the matrix; their sum is 1. */
  readonly weights: readonly number[];
  /** Principal eigenvalue: the number of criteria when the judgements agree perfectly, else more. */
  readonly lambdaMax: number;
  /** (λmax − n) / (n − 1), 0 for fewer than three criteria. */
  readonly consistencyIndex: number;
  /** Consistency index over that of random judgements; below 0.10 is accepted. */
  readonly consistencyRatio: number;
  readonly isConsistent: boolean;
}

/** Saaty's random index by number of criteria, 1 to 10. */
const RANDOM_INDEX = [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49];
const ACCEPTED_RATIO = 0.1;
const ROUNDS_MAX = 10_000;
const STILL = 1e-15;

/**
 * Weights by the analytic hierarchy process: the principal eigenvector of a matrix of pairwise judgements.
 * Variant: eigenvector by power iteration (not row means), random index of Saaty's 1980 table, accepted below
 * 0.10. Only sums, products and quotients, so every machine finds the same digits.
 *
 * @param judgements square; row i, column j says how many times criterion i matters more than j
 * @throws RangeError when the matrix is empty, not square, larger than 10, not positive or not reciprocal
 * @example
 * ahpWeights([[1, 2, 1 / 3], [1 / 2, 1, 1 / 5], [3, 5, 1]]).weights.map((each) => each.toFixed(4)) // => ['0.2297', '0.1220', '0.6483']
 * ahpWeights([[1, 2, 1 / 3], [1 / 2, 1, 1 / 5], [3, 5, 1]]).consistencyRatio.toFixed(4) // => '0.0032'
 * ahpWeights([[1, 9, 1 / 9], [1 / 9, 1, 9], [9, 1 / 9, 1]]).isConsistent // => false
 */
export function ahpWeights(judgements: readonly (readonly number[])[]): AhpWeights {
  refuseBrokenMatrix(judgements);
  const criteria = judgements.length;
  let weights: readonly number[] = judgements.map(() => 1 / criteria);
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const next = normalised(times(judgements, weights));
    const isStill = next.every((each, at) => Math.abs(each - (weights[at] ?? 0)) <= STILL);
    weights = next;
    if (isStill) break;
  }
  const ratios = times(judgements, weights).map((each, at) => each / (weights[at] ?? 1));
  const lambdaMax = ratios.reduce((sum, each) => sum + each, 0) / criteria;
  const randomIndex = RANDOM_INDEX[criteria - 1] ?? 0;
  // Two criteria cannot contradict each other; rounding may put λmax a hair below n.
  const consistencyIndex = randomIndex === 0 ? 0 : Math.max(0, (lambdaMax - criteria) / (criteria - 1));
  const consistencyRatio = randomIndex === 0 ? 0 : consistencyIndex / randomIndex;
  return {
    weights,
    lambdaMax,
    consistencyIndex,
    consistencyRatio,
    isConsistent: consistencyRatio < ACCEPTED_RATIO,
  };
}

function times(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, each, at) => sum + each * (vector[at] ?? 0), 0));
}

function normalised(vector: readonly number[]): number[] {
  const sum = vector.reduce((total, each) => total + each, 0);
  return vector.map((each) => each / sum);
}

function refuseBrokenMatrix(matrix: readonly (readonly number[])[]): void {
  const size = matrix.length;
  if (size < 1 || size > RANDOM_INDEX.length) {
    throw new RangeError(`judgements on ${size} criteria: 1 to ${RANDOM_INDEX.length} can be weighed`);
  }
  matrix.forEach((row, i) => {
    if (row.length !== size) throw new RangeError(`row ${i + 1} has ${row.length} judgements, not ${size}`);
    row.forEach((each, j) => {
      if (!Number.isFinite(each) || each <= 0) {
        throw new RangeError(`the judgement in row ${i + 1}, column ${j + 1} is not above 0: ${each}`);
      }
      if (Math.abs(each * (matrix[j]?.[i] ?? 0) - 1) > 1e-9) {
        throw new RangeError(`row ${i + 1}, column ${j + 1} is not the reciprocal of its mirror`);
      }
    });
  });
}
