// Read once: in a sandbox such as Jest's each look-up of a global costs more than the function itself.
const { abs } = Math;

/** Where a search ended. */
interface Minimum {
  readonly point: readonly number[];
  readonly value: number;
  readonly evaluations: number;
  /** False when the search ran out of evaluations or got lost. */
  readonly hasConverged: boolean;
}

interface Vertex {
  readonly point: readonly number[];
  readonly value: number;
}

const FIRST_STEP = 0.5;
const LATER_STEP = 0.1;
const POINT_TOLERANCE = 1e-5;
const VALUE_TOLERANCE = 1e-7;
const LARGEST_EVALUATIONS = 1500;
const LARGEST_ROUNDS = 10;

/**
 * Minimises a function of a few variables by the simplex search of Nelder and Mead, with the usual coefficients
 * 1, 2, ½, ½. Each round starts a fresh simplex at the best point so far and the search ends when a round gains
 * nothing, because a single simplex can collapse before it reaches the minimum. Meant for logarithms of positive
 * parameters: the first step is 0.5 in every variable, later rounds start with 0.1. Deterministic.
 *
 * Source: J. A. Nelder, R. Mead, "A simplex method for function minimization", The Computer Journal 7 (1965).
 *
 * @param objective may return Infinity outside its domain, never NaN
 * @param start where it is finite
 * @param isLost ends the search as soon as its best point says so
 * @example
 * nelderMead(([x = 0]) => (x - 3) ** 2, [0]).point[0]?.toFixed(4) // => '3.0000'
 */
export function nelderMead(
  objective: (point: readonly number[]) => number,
  start: readonly number[],
  isLost: (point: readonly number[]) => boolean = () => false,
): Minimum {
  let evaluations = 0;
  const at = (point: readonly number[]): Vertex => {
    evaluations += 1;
    return { point, value: objective(point) };
  };
  const mayGoOn = ({ point }: Vertex): boolean => evaluations < LARGEST_EVALUATIONS && !isLost(point);
  let best = at(start);
  for (let round = 0; round < LARGEST_ROUNDS; round += 1) {
    const found = descend(at, best, round === 0 ? FIRST_STEP : LATER_STEP, mayGoOn);
    const gain = best.value - found.value;
    if (found.value < best.value) best = found;
    if (!mayGoOn(best)) break;
    if (gain < VALUE_TOLERANCE) return { ...best, evaluations, hasConverged: true };
  }
  return { ...best, evaluations, hasConverged: false };
}

function descend(
  at: (point: readonly number[]) => Vertex,
  start: Vertex,
  stepLength: number,
  mayGoOn: (best: Vertex) => boolean,
): Vertex {
  const corners = start.point.map((_, axis) =>
    at(start.point.map((value, index) => (index === axis ? value + stepLength : value))),
  );
  let simplex = inOrder([start, ...corners]);
  while (mayGoOn(simplex[0] ?? start) && !isSmall(simplex)) simplex = step(at, simplex);
  return simplex[0] ?? start;
}

function step(at: (point: readonly number[]) => Vertex, simplex: readonly Vertex[]): readonly Vertex[] {
  const kept = simplex.slice(0, -1);
  const [best, worst, nextWorst] = [simplex[0], simplex.at(-1), kept.at(-1)];
  if (best === undefined || worst === undefined || nextWorst === undefined) return simplex;
  const centre = best.point.map(
    (_, axis) => kept.reduce((sum, { point }) => sum + (point[axis] ?? 0), 0) / kept.length,
  );
  /** The point on the line from the worst vertex through the centre; 1 is the mirror image of the worst. */
  const along = (factor: number): Vertex =>
    at(centre.map((value, axis) => value + factor * (value - (worst.point[axis] ?? 0))));

  const reflected = along(1);
  if (reflected.value < best.value) {
    const expanded = along(2);
    return inOrder([...kept, expanded.value < reflected.value ? expanded : reflected]);
  }
  if (reflected.value < nextWorst.value) return inOrder([...kept, reflected]);
  const isOutside = reflected.value < worst.value;
  const contracted = along(isOutside ? 0.5 : -0.5);
  if (contracted.value < (isOutside ? reflected : worst).value) return inOrder([...kept, contracted]);
  const shrunk = simplex
    .slice(1)
    .map(({ point }) => at(point.map((value, axis) => (value + (best.point[axis] ?? 0)) / 2)));
  return inOrder([best, ...shrunk]);
}

function inOrder(simplex: readonly Vertex[]): readonly Vertex[] {
  return [...simplex].sort((one, other) => one.value - other.value || 0);
}

function isSmall(simplex: readonly Vertex[]): boolean {
  const best = simplex[0];
  return simplex.every(({ point, value }) =>
    best === undefined
      ? true
      : value - best.value < VALUE_TOLERANCE &&
        point.every((coordinate, axis) => abs(coordinate - (best.point[axis] ?? 0)) < POINT_TOLERANCE),
  );
}
