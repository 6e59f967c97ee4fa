import { nelderMead } from './nelder-mead.ts';

/** How far a logarithm may move from its start, and how near the wall counts as having run against it. */
const WALL = 10;
const NEAR_WALL = 1;

/**
 * Parameters above zero that make a sample most likely, searched on their logarithms.
 *
 * @param logLikelihood of the whole sample under these parameters
 * @param start a plausible guess; the search stays within a factor e^10 of each
 * @returns null when the likelihood still grows at that distance or the search does not settle
 * @example
 * // an exponential sample of mean 4: the rate is 1/4
 * maximiseLikelihood(([rate = NaN]) => 10 * Math.log(rate) - 40 * rate, [1])?.parameters[0]?.toFixed(4) // '0.2500'
 */
export function maximiseLikelihood(
  logLikelihood: (parameters: readonly number[]) => number,
  start: readonly number[],
): { readonly parameters: readonly number[]; readonly logLikelihood: number } | null {
  const parametersAt = (moves: readonly number[]): number[] =>
    start.map((value, axis) => value * Math.exp(moves[axis] ?? 0));
  const farthest = (moves: readonly number[]): number => Math.max(...moves.map(Math.abs));
  const found = nelderMead(
    (moves) => (farthest(moves) > WALL ? Number.POSITIVE_INFINITY : -logLikelihood(parametersAt(moves))),
    start.map(() => 0),
  );
  if (!found.hasConverged || farthest(found.point) > WALL - NEAR_WALL) return null;
  return { parameters: parametersAt(found.point), logLikelihood: -found.value };
}
