/** Steps remembered to guess how the function curves. */
const MEMORY = 10;
const STEPS_MAX = 60;
/** How much a step must win of what its slope promises. */
const ENOUGH = 1e-4;
const HALVINGS_MAX = 30;
const TOLERANCE = 1e-5;

/** Fills in the gradient at a point and answers with the value there. */
type Objective = (point: Float64Array, gradient: Float64Array) => number;

interface Step {
  readonly moved: Float64Array;
  readonly turned: Float64Array;
  readonly inverse: number;
}

/** The lowest point of a smooth convex function, by L-BFGS (Nocedal, 1980), from zero. */
export function minimise(size: number, objective: Objective): Float64Array {
  let point = new Float64Array(size);
  let gradient = new Float64Array(size);
  let value = objective(point, gradient);
  const steps: Step[] = [];
  for (let count = 0; count < STEPS_MAX; count += 1) {
    const direction = directionOf(gradient, steps);
    const slope = dot(direction, gradient);
    let length = steps.length === 0 ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1;
    let next = point;
    const nextGradient = new Float64Array(size);
    let nextValue = Infinity;
    for (let halving = 0; halving < HALVINGS_MAX; halving += 1) {
      next = point.map((each, at) => each + length * (direction[at] ?? 0));
      nextValue = objective(next, nextGradient);
      if (nextValue <= value + ENOUGH * length * slope) break;
      length /= 2;
    }
    if (!(nextValue < value)) break;
    const moved = next.map((each, at) => each - (point[at] ?? 0));
    const turned = nextGradient.map((each, at) => each - (gradient[at] ?? 0));
    const along = dot(moved, turned);
    if (along > 0) steps.push({ moved, turned, inverse: 1 / along });
    if (steps.length > MEMORY) steps.shift();
    const won = value - nextValue;
    point = next;
    gradient = nextGradient;
    value = nextValue;
    if (won <= TOLERANCE * Math.max(1, Math.abs(value))) break;
  }
  return point;
}

/** Downhill, stretched by what the last steps told of the curvature. */
function directionOf(gradient: Float64Array, steps: readonly Step[]): Float64Array {
  const direction = gradient.map((each) => -each);
  const shares: number[] = [];
  for (const { moved, turned, inverse } of [...steps].reverse()) {
    const share = inverse * dot(moved, direction);
    shares.push(share);
    add(direction, -share, turned);
  }
  const last = steps.at(-1);
  if (last !== undefined) {
    const scale = 1 / (last.inverse * dot(last.turned, last.turned));
    for (let at = 0; at < direction.length; at += 1) direction[at] = (direction[at] ?? 0) * scale;
  }
  for (const { moved, turned, inverse } of steps) {
    const share = inverse * dot(turned, direction);
    add(direction, (shares.pop() ?? 0) - share, moved);
  }
  return direction;
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}

function add(to: Float64Array, times: number, what: Float64Array): void {
  for (let at = 0; at < to.length; at += 1) to[at] = (to[at] ?? 0) + times * (what[at] ?? 0);
}
