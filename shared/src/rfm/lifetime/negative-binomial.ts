// Read once: in a sandbox such as Jest's each look-up of a global costs more than the function itself.
const { exp, log, log1p, max } = Math;

/** Probability that may be missing at the end of the list. */
const MISSING = 1e-12;
const LARGEST_COUNT = 1_000_000;

/**
 * Probabilities of 0, 1, 2, … purchases in `t` weeks of a customer who stays active, when the rate is
 * Gamma(shape, rate α): negative binomial with odds t / (α + t). Ends when all that follows together is less than
 * 1e-12. Built up in logarithms, so a shape of 500 underflows nothing.
 *
 * @param shape above 0
 * @param share t / (α + t), from 0 to below 1
 * @throws RangeError when a million terms are not enough
 * @example
 * negativeBinomial(1, 0.5).slice(0, 3).map((probability) => probability.toFixed(4)) // => ['0.5000', '0.2500', '0.1250']
 */
export function negativeBinomial(shape: number, share: number): number[] {
  const probabilities: number[] = [];
  let logProbability = shape * log1p(-share);
  for (let count = 0; count <= LARGEST_COUNT; count += 1) {
    const probability = exp(logProbability);
    probabilities.push(probability);
    // Once each term is at most `ratio` < 1 of the one before, a geometric series bounds the rest.
    const ratio = (share * (shape + count)) / (count + 1);
    const bound = max(ratio, share);
    if (bound < 1 && probability * bound < MISSING * (1 - bound)) return probabilities;
    logProbability += log(ratio);
  }
  throw new RangeError(`more than ${LARGEST_COUNT} purchases are likely for shape ${shape}, share ${share}`);
}
