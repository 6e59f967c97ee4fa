import { nelderMead } from './nelder-mead.ts';

/** How far a logarithm may be tried from its start, and how far the best so far may lie from it. */
const TRIED = 7;
const ACCEPTED = 6;

/**
 * Parameters above zero that make a sample most likely, searched on their logarithms.
 *
 * @param logLikelihood of the whole sample under these parameters
 * @param start a plausible guess; the search stays within a factor e^6 = 403 of each
 * @returns null when the likelihood still grows at that distance or the search does not settle
 * @example
 * // an exponential sample of mean 4: the rate is 1/4
 * maximiseLikelihood(([rate = NaN]) => 10 * Math.log(rate) - 40 * rate, [1])?.parameters[0]?.toFixed(4) // => '0.2500'
 */
export function maximiseLikelihood(
  logLikelihood: (parameters: readonly number[]) => number,
  start: readonly number[],
): { readonly parameters: readonly number[]; readonly logLikelihood: number } | null {
  const parametersAt = (moves: readonly number[]): number[] =>
    start.map((value, axis) => value * Math.exp(moves[axis] ?? 0));
  const farthest = (moves: readonly number[]): number => Math.max(...moves.map(Math.abs));
  const found = nelderMead(
    (moves) => (farthest(moves) > TRIED ? Number.POSITIVE_INFINITY : -logLikelihood(parametersAt(moves))),
    start.map(() => 0),
    (moves) => farthest(moves) > ACCEPTED,
  );
  if (!found.hasConverged) return null;
  return { parameters: parametersAt(found.point), logLikelihood: -found.value };
}
