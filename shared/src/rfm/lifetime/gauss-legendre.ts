/** One point of a quadrature over (0, 1). */
interface QuadratureNode {
  readonly at: number;
  readonly weight: number;
}

const NEWTON_STEPS = 100;

/**
 * Nodes and weights of Gauss–Legendre quadrature over (0, 1), exact for polynomials up to degree 2 · count − 1. Roots
 * of the Legendre polynomial by Newton's method from Tricomi's guess. Source: NIST DLMF 3.5(v), 18.9.1.
 *
 * @param count at least 1
 * @example
 * // ∫ x³ over (0, 1) with two nodes
 * gaussLegendre(2).reduce((sum, { at, weight }) => sum + weight * at ** 3, 0).toFixed(12) // => '0.250000000000'
 */
export function gaussLegendre(count: number): QuadratureNode[] {
  return Array.from({ length: count }, (_, index) => {
    let root = Math.cos((Math.PI * (index + 0.75)) / (count + 0.5));
    let slope = 1;
    for (let step = 0; step < NEWTON_STEPS; step += 1) {
      const { value, derivative } = legendre(count, root);
      slope = derivative;
      const next = root - value / derivative;
      if (Math.abs(next - root) < 1e-15) break;
      root = next;
    }
    return { at: (1 - root) / 2, weight: 1 / ((1 - root * root) * slope * slope) };
  });
}

function legendre(degree: number, x: number): { value: number; derivative: number } {
  let value = 1;
  let before = 0;
  for (let n = 1; n <= degree; n += 1) {
    const next = ((2 * n - 1) * x * value - (n - 1) * before) / n;
    before = value;
    value = next;
  }
  return { value, derivative: (degree * (x * value - before)) / (x * x - 1) };
}
