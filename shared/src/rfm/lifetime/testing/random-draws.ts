/** A source of numbers from 0 to below 1. */
export type Random = () => number;

/**
 * A repeatable source, good enough to simulate customers: the generator mulberry32 of Tommy Ettinger.
 *
 * @param seed a whole number
 */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Draws a waiting time, exponential with this rate. */
export function drawExponential(random: Random, rate: number): number {
  return -Math.log1p(-random()) / rate;
}

/** Draws from Gamma(shape, rate). Source: G. Marsaglia, W. W. Tsang, ACM Transactions on Mathematical Software 26 (2000). */
export function drawGamma(random: Random, shape: number, rate: number): number {
  if (shape < 1) return drawGamma(random, shape + 1, rate) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log1p(-random())) * Math.cos(2 * Math.PI * random());
    const cube = (1 + c * normal) ** 3;
    if (cube > 0 && Math.log1p(-random()) < (normal * normal) / 2 + d * (1 - cube + Math.log(cube))) {
      return (d * cube) / rate;
    }
  }
}

/** Draws from Beta(a, b). */
export function drawBeta(random: Random, a: number, b: number): number {
  const one = drawGamma(random, a, 1);
  return one / (one + drawGamma(random, b, 1));
}
